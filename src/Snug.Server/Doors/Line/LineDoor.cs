using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Snug.Protocol;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Line;

/// <summary>
/// The door of the line protocol (docs/line-protocol.md): all who have come by it. Their requests are answered on the few
/// threads that wait for sockets, so nothing here may block.
/// </summary>
internal sealed partial class LineDoor : IDisposable
{
    private readonly LineTalk talk;
    private readonly TrustedProxies proxies;
    private readonly ConnectionLimit limit;
    private readonly TimeProvider time;
    private readonly ILogger<LineDoor> logger;
    private readonly ConcurrentDictionary<long, LineVisit> visits = new();
    private readonly ITimer idleCheck;
    private UsersLine users = new([], LineReplies.EncodeUsers([]));
    private long connections;

    public LineDoor(LineTalk talk, TrustedProxies proxies, ConnectionLimit limit, TimeProvider time, ILogger<LineDoor> logger)
    {
        this.talk = talk;
        this.proxies = proxies;
        this.limit = limit;
        this.time = time;
        this.logger = logger;
        idleCheck = time.CreateTimer(_ => EndSilentVisits(), null, Limits.LineIdleCheck, Limits.LineIdleCheck);
    }

    /// <summary>Serves one who has come, from now until they have gone; turns them away where there are too many already.</summary>
    public void Serve(LinePeer peer)
    {
        var visit = new LineVisit(peer, talk, this, time);
        if (!limit.TryEnter())
        {
            peer.Dispose();
            return;
        }
        visit.Ended = ServeAsync(Interlocked.Increment(ref connections), visit, peer);
    }

    /// <summary>Answers what has come from all who are here, then ends their connections. Nobody may come meanwhile.</summary>
    /// <param name="cancel">When this was enough: who still keeps us waiting is let go without an answer.</param>
    public async Task FinishAsync(CancellationToken cancel)
    {
        foreach (var visit in visits.Values) visit.FinishSoon();
        try
        {
            await Task.WhenAll(visits.Values.Select(visit => visit.Ended)).WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            foreach (var visit in visits.Values) visit.End("the server has stopped");
        }
    }

    /// <summary>Whether a connection comes from a proxy that is believed on whom it speaks for.</summary>
    public bool IsProxy(LinePeer peer) => proxies.Has(peer.EndPoint?.Address);

    /// <summary>The answer to USERS, encoded once for as long as nobody comes or goes.</summary>
    public ReadOnlyMemory<byte> UsersReply()
    {
        var names = talk.WhoIsHere();
        var known = users;
        if (!ReferenceEquals(known.Names, names)) users = known = new(names, LineReplies.EncodeUsers(names));
        return known.Line;
    }

    public void Dispose() => idleCheck.Dispose();

    // The one asynchronous method that waits with a silent client: each further one would take some 200 bytes of every connection.
    private async Task ServeAsync(long number, LineVisit visit, LinePeer peer)
    {
        visits[number] = visit;
        LogConnected(number, peer.EndPoint);
        try
        {
            await peer.BeginAsync();
            do await visit.WaitAsync();
            while (await visit.AnswerAsync());

            LogLeft(number, visit.Name?.Value ?? "a stranger", "it closed the connection or was asked to leave");
            visit.Leave();
            await peer.CloseAsync();
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Reset, timed out by the system's own questions, or ended by us: people leave in many ways, and none is a fault.
            LogLeft(number, visit.Name?.Value ?? "a stranger", visit.WhyEnded ?? gone.Message);
        }
        catch (StoreException failure)
        {
            LogUnreadable(number, failure.Message);
        }
        catch (Exception fault)
        {
            LogFault(number, fault);
        }
        finally
        {
            visit.Leave();
            visit.GiveBack();
            peer.Dispose();
            visits.TryRemove(number, out _);
            limit.Leave();
        }
    }

    private void EndSilentVisits()
    {
        var now = time.GetTimestamp();
        foreach (var visit in visits.Values) visit.EndIfSilent(now);
    }

    private sealed record UsersLine(IReadOnlyList<UserName> Names, byte[] Line);

    [LoggerMessage(Level = LogLevel.Debug, Message = "line {Connection}: connected from {Address}")]
    private partial void LogConnected(long connection, EndPoint? address);

    [LoggerMessage(Level = LogLevel.Debug, Message = "line {Connection}: {Name} has left: {Reason}")]
    private partial void LogLeft(long connection, string name, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "line {Connection}: ended, since what it asked for cannot be read: {Reason}")]
    private partial void LogUnreadable(long connection, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "line {Connection}: ended by a fault")]
    private partial void LogFault(long connection, Exception fault);
}
