using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Snug.Server.Doors.Line;

/// <summary>Lets people in by the line door from when the server starts until it stops.</summary>
/// <param name="wanted">Where it shall listen; port 0 for any that is free.</param>
/// <param name="door">Whom they come to.</param>
/// <param name="tls">What each TLS handshake is made with; null where the door speaks plainly.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears why nobody can come in.</param>
internal sealed partial class LineListener(
    IPEndPoint wanted, LineDoor door, Func<SslServerAuthenticationOptions>? tls, TimeProvider time, ILogger<LineListener> logger)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private Socket? socket;
    private Task accepting = Task.CompletedTask;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint? EndPoint { get; private set; }

    /// <exception cref="IOException">The port is in use or not for this user, or the address is not this machine's.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            // As Kestrel binds: [::] is every address of both families.
            socket = SocketTransportOptions.CreateDefaultBoundListenSocket(wanted);
            socket.Listen(Limits.Backlog);
        }
        catch (SocketException failure)
        {
            var reason = failure.SocketErrorCode == SocketError.AddressAlreadyInUse ? "address already in use" : failure.Message;
            throw new IOException($"Cannot listen on {wanted}: {reason}", failure);
        }
        EndPoint = (IPEndPoint)socket.LocalEndPoint!;
        accepting = AcceptAsync(socket);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await closing.CancelAsync();
        await accepting;
        socket?.Dispose();
        await door.FinishAsync(cancellationToken);
    }

    public void Dispose()
    {
        socket?.Dispose();
        closing.Dispose();
    }

    private async Task AcceptAsync(Socket listening)
    {
        var (acceptedInARow, isStuck) = (0, false);
        while (true)
        {
            try
            {
                LetIn(await listening.AcceptAsync(closing.Token));
                isStuck = false;
                if (Fairness.IsDue(ref acceptedInARow)) await Task.Yield();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException gone) when (gone.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset)
            {
                // Who wanted to come in has gone again.
            }
            catch (SocketException failure)
            {
                // The system has no room for another connection; one line for as long as that lasts.
                if (!isStuck) LogStuck(failure.Message);
                isStuck = true;
                await Task.Delay(Limits.AcceptPause, time, CancellationToken.None);
            }
        }
    }

    // Whatever is wrong with one who comes keeps nobody else from coming.
    private void LetIn(Socket accepted)
    {
        try
        {
            accepted.NoDelay = true;
            KeepAlive.Enable(accepted);
            door.Serve(tls is null ? new PlainPeer(accepted) : new TlsPeer(accepted, tls(), time));
        }
        catch (Exception failure)
        {
            // One that has gone already is no fault.
            if (failure is not (SocketException or IOException or ObjectDisposedException)) LogFault(failure);
            accepted.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "nobody can come in by the line door: {Reason}")]
    private partial void LogStuck(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "somebody could not come in by the line door")]
    private partial void LogFault(Exception fault);
}
