using System.Net;
using System.Net.Sockets;

namespace Snug.Server.Doors.Line;

/// <summary>The other side of a line connection: bytes in, bytes out. One thing is asked of it at a time, but for its end.</summary>
/// <remarks>Everything it is asked for throws <see cref="IOException"/>, <see cref="SocketException"/> or
/// <see cref="ObjectDisposedException"/> when the other side has gone or the connection was ended.</remarks>
internal abstract class LinePeer(Socket socket) : IDisposable
{
    /// <summary>Where it is, or the balancer that it comes by.</summary>
    public IPEndPoint? EndPoint => socket.RemoteEndPoint as IPEndPoint;

    protected Socket Socket => socket;

    /// <summary>Whatever comes before the first byte.</summary>
    public abstract ValueTask BeginAsync();

    /// <summary>Waits until something has come, or the other side says no more, and holds no buffer meanwhile.</summary>
    public abstract ValueTask<int> WaitAsync();

    /// <returns>How many bytes were received; 0 when the other side says no more.</returns>
    public abstract ValueTask<int> ReceiveAsync(Memory<byte> room);

    /// <summary>Sends what can be sent without waiting.</summary>
    /// <returns>How many bytes were sent.</returns>
    public abstract int SendNow(ReadOnlySpan<byte> bytes);

    /// <summary>Completes when the system has taken all of <paramref name="bytes"/>.</summary>
    public abstract ValueTask SendAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Says that nothing more will come from here.</summary>
    public abstract ValueTask CloseAsync();

    /// <summary>From any thread: as if the other side would say no more than what has already come.</summary>
    public void EndReceiving()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Receive);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>From any thread: ends the connection with all that is under way.</summary>
    public void Abort() => socket.Dispose();

    /// <summary>When nothing is asked of it any more.</summary>
    public virtual void Dispose() => socket.Dispose();
}
