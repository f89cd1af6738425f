using System.Collections.Concurrent;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>
/// Saves what sessions have acknowledged, now and then and when the server stops, so that one that leaves out its cursor
/// goes on where it was. After a crash it is given a little again.
/// </summary>
internal sealed class CursorKeeper : IDisposable
{
    private readonly Sessions sessions;
    private readonly Log log;
    private readonly ConcurrentDictionary<Session, long> saved = new();
    private readonly ITimer timer;

    public CursorKeeper(Sessions sessions, Log log, TimeProvider time)
    {
        this.sessions = sessions;
        this.log = log;
        timer = time.CreateTimer(_ => Save(), null, Limits.SaveCursors, Limits.SaveCursors);
    }

    public void Dispose()
    {
        timer.Dispose();
        Save();
    }

    private void Save()
    {
        var moved = new List<SessionRecord>();
        foreach (var session in sessions.All)
        {
            var cursor = session.Cursor;
            if (saved.TryGetValue(session, out var known) && known == cursor) continue;
            saved[session] = cursor;
            moved.Add(new(session.TokenHash!, session.Person.Id, cursor));
        }
        foreach (var gone in saved.Keys.Where(session => session.HasEnded)) saved.TryRemove(gone, out _);
        // When the queue is full there is always a next time.
        if (moved.Count > 0) log.TryAppend(new SaveCursors(moved));
    }
}
