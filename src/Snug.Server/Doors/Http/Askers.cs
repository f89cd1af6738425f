using Snug.Server.Events;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Finds who asks and where they are: of every request that needs a session, with filters or without.</summary>
internal sealed class Askers(Sessions sessions, Log log, AddressLimits addresses)
{
    /// <summary>The session that a request belongs to, which then knows where its asker is; null when it belongs to none.</summary>
    public ValueTask<Session?> FindAsync(HttpContext http) => Find(http) is { } session ? new(session) : LookAgainAsync(http);

    // It may have been granted by another server a moment ago.
    private async ValueTask<Session?> LookAgainAsync(HttpContext http)
    {
        await log.CatchUpAsync();
        return Find(http);
    }

    private Session? Find(HttpContext http)
    {
        if (Asker.Find(http, sessions) is not { } session) return null;
        session.Address = http.Connection.RemoteIpAddress;
        session.AddressPosts = addresses.PostsOf(session.Address);
        return session;
    }
}
