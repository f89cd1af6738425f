using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Snug.Protocol;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Line;

/// <summary>
/// The door of the line protocol (docs/line-protocol.md). Kestrel calls it once for each connection; the handlers of all
/// connections share a few threads, so nothing here may block.
/// </summary>
internal sealed partial class LineDoor : ConnectionHandler, IDisposable
{
    private readonly LineTalk talk;
    private readonly TrustedProxies proxies;
    private readonly TimeProvider time;
    private readonly ILogger<LineDoor> logger;
    private readonly ConcurrentDictionary<string, LineVisit> visits = new();
    private readonly ITimer idleCheck;
    private UsersLine users = new([], LineReplies.EncodeUsers([]));

    public LineDoor(LineTalk talk, TrustedProxies proxies, TimeProvider time, ILogger<LineDoor> logger)
    {
        this.talk = talk;
        this.proxies = proxies;
        this.time = time;
        this.logger = logger;
        idleCheck = time.CreateTimer(_ => EndSilentVisits(), null, Limits.LineIdleCheck, Limits.LineIdleCheck);
    }

    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        KeepAlive.Enable(connection);
        var visit = new LineVisit(connection, talk, this, time);
        visits[connection.ConnectionId] = visit;
        LogConnected(connection.ConnectionId, connection.RemoteEndPoint);
        using var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?
            .ConnectionClosedRequested.Register(visit.FinishSoon);
        try
        {
            await visit.RunAsync();
            LogLeft(connection.ConnectionId, visit.Name?.Value ?? "a stranger", "it closed the connection or was asked to leave");
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // Reset, timed out by the system's own questions, or ended by us: people leave in many ways, and none is a fault.
            LogLeft(connection.ConnectionId, visit.Name?.Value ?? "a stranger", gone.Message);
        }
        catch (StoreException failure)
        {
            LogUnreadable(connection.ConnectionId, failure.Message);
            connection.Abort();
        }
        catch (Exception fault)
        {
            LogFault(connection.ConnectionId, fault);
            connection.Abort();
        }
        finally
        {
            visit.Leave();
            visits.TryRemove(connection.ConnectionId, out _);
        }
    }

    /// <summary>Whether a connection comes from a proxy that is believed on whom it speaks for.</summary>
    public bool IsProxy(ConnectionContext connection) => proxies.Has((connection.RemoteEndPoint as IPEndPoint)?.Address);

    /// <summary>The answer to USERS, encoded once for as long as nobody comes or goes.</summary>
    public ReadOnlyMemory<byte> UsersReply()
    {
        var names = talk.WhoIsHere();
        var known = users;
        if (!ReferenceEquals(known.Names, names)) users = known = new(names, LineReplies.EncodeUsers(names));
        return known.Line;
    }

    public void Dispose() => idleCheck.Dispose();

    private void EndSilentVisits()
    {
        var now = time.GetTimestamp();
        foreach (var visit in visits.Values) visit.EndIfSilent(now);
    }

    private sealed record UsersLine(IReadOnlyList<UserName> Names, byte[] Line);

    [LoggerMessage(Level = LogLevel.Debug, Message = "line {Connection}: connected from {Address}")]
    private partial void LogConnected(string connection, EndPoint? address);

    [LoggerMessage(Level = LogLevel.Debug, Message = "line {Connection}: {Name} has left: {Reason}")]
    private partial void LogLeft(string connection, string name, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "line {Connection}: ended, since what it asked for cannot be read: {Reason}")]
    private partial void LogUnreadable(string connection, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "line {Connection}: ended by a fault")]
    private partial void LogFault(string connection, Exception fault);
}
