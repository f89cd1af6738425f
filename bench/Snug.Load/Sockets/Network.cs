using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Snug.Load.Sockets;

/// <summary>Connections to one server, without a thread or an object for what each of them does.</summary>
internal sealed unsafe class Network : IDisposable
{
    // Beyond some 28,000 connections from one address to one other there are no ports left; loopback has more addresses than one.
    private const int PortsOfAnAddress = 10_000;

    private readonly byte[] target;
    private readonly int family;
    private readonly bool isLoopback;
    private readonly byte[] arrived = GC.AllocateArray<byte>(Backlog.Most + 256 * 1024, pinned: true);
    private int opened;

    public Network(IPEndPoint server)
    {
        var address = server.Serialize();
        target = address.Buffer[..address.Size].ToArray();
        family = MemoryMarshal.Read<ushort>(target);
        isLoopback = server.AddressFamily == AddressFamily.InterNetwork && IPAddress.IsLoopback(server.Address);
    }

    public Poller Poller { get; } = new();

    /// <summary>Begins to connect; the poller tells when it can be written to.</summary>
    /// <exception cref="LoadException">There are no files or ports left.</exception>
    public void Open(Connection connection)
    {
        var socket = Native.socket(family, Native.Stream | Native.NonBlocking | Native.CloseOnExec, 0);
        if (socket < 0) throw Unable(Marshal.GetLastPInvokeError());
        int on = 1;
        _ = Native.setsockopt(socket, Native.Tcp, Native.NoDelay, &on, sizeof(int));
        if (isLoopback) BindFrom(socket, opened / PortsOfAnAddress);
        opened++;
        fixed (byte* address = target)
        {
            if (Native.connect(socket, address, (uint)target.Length) != 0 && Marshal.GetLastPInvokeError() is var error and not Native.InProgress)
            {
                _ = Native.close(socket);
                throw Unable(error);
            }
        }
        (connection.Socket, connection.IsConnecting) = (socket, true);
        Poller.Watch(socket, connection.Key, writing: true);
    }

    /// <returns>Null when there is somebody, else why not.</returns>
    public string? Connected(Connection connection)
    {
        int error = 0;
        uint length = sizeof(int);
        _ = Native.getsockopt(connection.Socket, Native.SocketLevel, Native.SocketError, &error, &length);
        if (error != 0) return Message(error);
        connection.IsConnecting = false;
        Poller.Change(connection.Socket, connection.Key, writing: false);
        return null;
    }

    /// <summary>Reads once. What was kept of before stands in front.</summary>
    /// <param name="bytes">Valid until the next call; empty when nothing has come after all.</param>
    /// <returns>Null, or why there will come no more.</returns>
    public string? Receive(Connection connection, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        var kept = connection.Unread.Bytes;
        kept.CopyTo(arrived);
        nint count;
        fixed (byte* to = arrived) count = Native.recv(connection.Socket, to + kept.Length, (nuint)(arrived.Length - kept.Length), 0);
        if (count == 0) return "the server closed the connection";
        if (count < 0) return Marshal.GetLastPInvokeError() is var error and not (Native.Again or Native.Interrupted) ? Message(error) : null;
        bytes = arrived.AsSpan(0, kept.Length + (int)count);
        return null;
    }

    /// <returns>Null, or why it cannot be sent, now or later.</returns>
    public string? Send(Connection connection, ReadOnlySpan<byte> bytes)
    {
        if (!connection.Unsent.IsEmpty) return connection.Unsent.TryAdd(bytes) ? null : TooSlow;
        if (TrySend(connection, bytes, out var rest) is { } failure) return failure;
        if (rest.IsEmpty) return null;
        if (!connection.Unsent.TryAdd(rest)) return TooSlow;
        Poller.Change(connection.Socket, connection.Key, writing: true);
        return null;
    }

    /// <summary>Goes on with what the system did not take before.</summary>
    /// <returns>Null, or why it cannot be sent.</returns>
    public string? SendRest(Connection connection)
    {
        if (TrySend(connection, connection.Unsent.Bytes, out var rest) is { } failure) return failure;
        connection.Unsent.TryKeep(rest);
        if (rest.IsEmpty) Poller.Change(connection.Socket, connection.Key, writing: false);
        return null;
    }

    public static void Close(Connection connection)
    {
        if (connection.IsOpen) _ = Native.close(connection.Socket);
        connection.Socket = Connection.Closed;
    }

    public void Dispose() => Poller.Dispose();

    private const string TooSlow = "the server does not read what it is sent";

    private static string? TrySend(Connection connection, ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> rest)
    {
        nint count;
        fixed (byte* first = bytes) count = Native.send(connection.Socket, first, (nuint)bytes.Length, Native.NoSignal);
        rest = bytes[(int)Math.Max(0, count)..];
        return count < 0 && Marshal.GetLastPInvokeError() is var error and not (Native.Again or Native.Interrupted) ? Message(error) : null;
    }

    // 127.0.0.1, .2 and so on. The port is chosen when it connects, when it is known which are free for that server.
    private static void BindFrom(int socket, int index)
    {
        int on = 1;
        _ = Native.setsockopt(socket, Native.IpLevel, Native.BindWithoutPort, &on, sizeof(int));
        var from = new IPEndPoint(new IPAddress([127, 0, 0, (byte)(1 + index % 250)]), 0).Serialize();
        fixed (byte* address = from.Buffer.Span)
        {
            if (Native.bind(socket, address, (uint)from.Size) != 0) throw Unable(Marshal.GetLastPInvokeError());
        }
    }

    private static LoadException Unable(int error) => new(error switch
    {
        Native.TooManyFiles or Native.TooManyInSystem => "the system allows no more open files: raise it with ulimit -n, or ask for fewer clients",
        Native.NoAddress or Native.AddressInUse => "there are no ports left for so many clients",
        _ => $"cannot connect: {Message(error)}",
    });

    private static string Message(int error) => Marshal.GetPInvokeErrorMessage(error);
}
