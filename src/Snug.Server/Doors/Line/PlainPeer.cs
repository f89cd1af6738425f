using System.Buffers;
using System.Net.Sockets;

namespace Snug.Server.Doors.Line;

/// <summary>A peer that speaks plainly.</summary>
internal sealed class PlainPeer : LinePeer
{
    public PlainPeer(Socket socket) : base(socket) => socket.Blocking = false;

    public override ValueTask BeginAsync() => ValueTask.CompletedTask;

    public override ValueTask<int> WaitAsync() => Socket.ReceiveAsync(Memory<byte>.Empty);

    public override ValueTask<int> ReceiveAsync(Memory<byte> room) => Socket.ReceiveAsync(room);

    // Sending asynchronously would take another kilobyte of each connection, for what nearly always can be done at once.
    public override int SendNow(ReadOnlySpan<byte> bytes)
    {
        var sent = Socket.Send(bytes, SocketFlags.None, out var error);
        return error is SocketError.Success or SocketError.WouldBlock ? sent : throw new SocketException((int)error);
    }

    public override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        for (var rest = bytes; !rest.IsEmpty;) rest = rest[await Socket.SendAsync(rest)..];
    }

    public override ValueTask CloseAsync()
    {
        Socket.Shutdown(SocketShutdown.Send);
        PassOver();
        return ValueTask.CompletedTask;
    }

    // A connection that is closed with something unread is reset, which can take away from the peer what it was told last.
    private void PassOver()
    {
        var room = ArrayPool<byte>.Shared.Rent(Limits.ReadBuffer);
        for (var reads = 0; reads < Limits.PassedOver && Socket.Receive(room, SocketFlags.None, out _) > 0; reads++)
        {
        }
        ArrayPool<byte>.Shared.Return(room);
    }
}
