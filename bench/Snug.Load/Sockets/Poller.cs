using System.Runtime.InteropServices;

namespace Snug.Load.Sockets;

/// <summary>Tells which of many sockets have something to do: Linux's epoll. Each socket is known by a number of the caller's.</summary>
internal sealed unsafe class Poller : IDisposable
{
    private const int AtOnce = 512;

    // An event is a uint and, right behind it on x86-64 and aligned elsewhere, eight bytes of the caller's.
    private static readonly int KeyAt = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EventSize = KeyAt + 8;

    private readonly int epoll = Native.epoll_create1(Native.CloseOnExec);
    private readonly byte[] events = GC.AllocateArray<byte>(AtOnce * 16, pinned: true);
    private bool knowsNanoseconds = true;

    public void Watch(int socket, int key, bool writing) => Control(Native.Add, socket, key, writing);

    public void Change(int socket, int key, bool writing) => Control(Native.Modify, socket, key, writing);

    /// <summary>Waits until a socket has something to do, at most so long.</summary>
    /// <returns>How many sockets have.</returns>
    public int Wait(long nanoseconds)
    {
        fixed (byte* first = events)
        {
            var count = knowsNanoseconds ? WaitFinely(first, nanoseconds) : WaitRoughly(first, nanoseconds);
            if (count >= 0) return count;
            var error = Marshal.GetLastPInvokeError();
            return error == Native.Interrupted ? 0 : throw new LoadException($"the system does not tell which sockets are ready (error {error})");
        }
    }

    /// <summary>Which socket, and what it has to do.</summary>
    public (int Key, bool CanRead, bool CanWrite) Ready(int index)
    {
        var one = events.AsSpan(index * EventSize, EventSize);
        var what = MemoryMarshal.Read<uint>(one);
        return (MemoryMarshal.Read<int>(one[KeyAt..]), (what & (Native.Readable | Native.Failed | Native.HungUp)) != 0, (what & Native.Writable) != 0);
    }

    public void Dispose() => _ = Native.close(epoll);

    private int WaitFinely(byte* first, long nanoseconds)
    {
        var time = stackalloc long[2] { nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000 };
        try
        {
            return Native.epoll_pwait2(epoll, first, AtOnce, time, 0);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2021.
            knowsNanoseconds = false;
            return WaitRoughly(first, nanoseconds);
        }
    }

    private int WaitRoughly(byte* first, long nanoseconds) => Native.epoll_wait(epoll, first, AtOnce, (int)Math.Min(int.MaxValue, nanoseconds / 1_000_000));

    private void Control(int operation, int socket, int key, bool writing)
    {
        var wanted = stackalloc byte[EventSize];
        *(uint*)wanted = Native.Readable | (writing ? Native.Writable : 0);
        *(long*)(wanted + KeyAt) = key;
        if (Native.epoll_ctl(epoll, operation, socket, wanted) != 0)
            throw new LoadException($"a socket cannot be watched (error {Marshal.GetLastPInvokeError()})");
    }
}
