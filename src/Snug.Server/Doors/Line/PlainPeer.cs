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
    public override ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var sent = Socket.Send(bytes.Span, SocketFlags.None, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock)) throw new SocketException((int)error);
        return sent == bytes.Length ? ValueTask.CompletedTask : SendRestAsync(bytes[sent..]);
    }

    public override ValueTask CloseAsync()
    {
        Socket.Shutdown(SocketShutdown.Send);
        PassOver();
        return ValueTask.CompletedTask;
    }

    private async ValueTask SendRestAsync(ReadOnlyMemory<byte> rest)
    {
        while (!rest.IsEmpty) rest = rest[await Socket.SendAsync(rest)..];
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
