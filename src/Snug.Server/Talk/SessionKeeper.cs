using System.Collections.Concurrent;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>
/// Saves what sessions have acknowledged and when they were last heard of, now and then and when the server stops, so that one
/// that leaves out its cursor goes on where it was (after a crash it is given a little again). Ends those that have been
/// silent for so long that nobody will come back to them.
/// </summary>
internal sealed class SessionKeeper : IDisposable
{
    private static readonly TimeSpan OftenEnough = TimeSpan.FromDays(1);

    private readonly Sessions sessions;
    private readonly Log log;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<Session, (long Cursor, DateTime SeenAt)> saved = new();
    private readonly ITimer timer;

    public SessionKeeper(Sessions sessions, Log log, TimeProvider time)
    {
        this.sessions = sessions;
        this.log = log;
        this.time = time;
        timer = time.CreateTimer(_ => LookThrough(), null, Limits.SaveCursors, Limits.SaveCursors);
    }

    public void Dispose()
    {
        timer.Dispose();
        Save();
    }

    private void LookThrough()
    {
        var now = time.Now();
        foreach (var session in sessions.All)
        {
            var longest = session.Person.User.Role == Role.Guest ? Limits.GuestSession : Limits.MemberSession;
            if (now - session.SeenAt > longest) _ = sessions.LeaveAsync(session).AsTask();
        }
        Save();
    }

    private void Save()
    {
        var moved = new List<SessionRecord>();
        foreach (var session in sessions.All)
        {
            if (session.IsSilent) continue;
            var state = (session.Cursor, session.SeenAt);
            if (saved.TryGetValue(session, out var known) && known.Cursor == state.Cursor && state.SeenAt - known.SeenAt < OftenEnough) continue;
            saved[session] = state;
            moved.Add(new(session.TokenHash!, session.Person.Id, state.Cursor, state.SeenAt));
        }
        foreach (var gone in saved.Keys.Where(session => session.HasEnded)) saved.TryRemove(gone, out _);
        // When the queue is full there is always a next time.
        if (moved.Count > 0 && log.TryAppend(new SaveSessions(moved)) is null) saved.Clear();
    }
}
