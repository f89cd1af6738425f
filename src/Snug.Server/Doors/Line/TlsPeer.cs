using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Snug.Server.Doors.Line;

/// <summary>A peer that speaks within TLS.</summary>
internal sealed class TlsPeer(Socket socket, SslServerAuthenticationOptions handshake, TimeProvider time) : LinePeer(socket)
{
    private readonly SslStream stream = new(new NetworkStream(socket));

    public override async ValueTask BeginAsync()
    {
        using var late = new CancellationTokenSource(Limits.Handshake, time);
        try
        {
            await stream.AuthenticateAsServerAsync(handshake, late.Token);
        }
        catch (AuthenticationException failure)
        {
            throw new IOException($"no TLS: {failure.Message}", failure);
        }
    }

    public override ValueTask<int> WaitAsync() => stream.ReadAsync(Memory<byte>.Empty);

    public override ValueTask<int> ReceiveAsync(Memory<byte> room) => stream.ReadAsync(room);

    // A record has to go out whole, so there is no telling how much of one can be sent.
    public override int SendNow(ReadOnlySpan<byte> bytes) => 0;

    public override ValueTask SendAsync(ReadOnlyMemory<byte> bytes) => stream.WriteAsync(bytes);

    public override async ValueTask CloseAsync()
    {
        await stream.ShutdownAsync();
        Socket.Shutdown(SocketShutdown.Send);
    }

    public override void Dispose()
    {
        stream.Dispose();
        base.Dispose();
    }
}
