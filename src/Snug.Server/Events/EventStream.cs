using System.Buffers;
using System.Data.Common;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>
/// Events that the same readers may see: a room's, the news of public rooms, one user's own. The newest are in memory, the
/// rest in the store. One thread adds, the log's writer; any may read and wait.
/// </summary>
/// <param name="newest">The newest event of the chat when the stream was made: up to there all is in the store.</param>
/// <param name="readStored">Reads from the store.</param>
/// <param name="subject">Whose events, or which room's.</param>
internal sealed class EventStream(long newest, StoredEvents readStored, long subject = 0)
{
    private readonly Lock gate = new();
    private readonly RecentEvents recent = new(newest);
    private List<Waiter>? waiting;
    private int tidyAt = 16;
    private long newest = newest;

    /// <summary>The newest event. A cursor at or past it has nothing to read: the whole cost of an idle poll.</summary>
    public long Newest => Volatile.Read(ref newest);

    public void Add(Event added)
    {
        lock (gate)
        {
            recent.Add(added);
            Volatile.Write(ref newest, added.Id);
        }
    }

    /// <inheritdoc cref="RecentEvents.IsBusy"/>
    public bool IsBusy
    {
        get
        {
            lock (gate) return recent.IsBusy;
        }
    }

    /// <inheritdoc cref="RecentEvents.Trim"/>
    public void Trim(TimeSpan now)
    {
        lock (gate) recent.Trim(now);
    }

    /// <inheritdoc cref="RecentEvents.Replace"/>
    public void Replace(Event changed)
    {
        lock (gate) recent.Replace(changed);
    }

    /// <summary>Adds a waiter that ends with the next event.</summary>
    public void Await(Waiter waiter)
    {
        lock (gate)
        {
            // Waits that ended otherwise are taken out now and then, which costs each wait next to nothing.
            waiting ??= [];
            if (waiting.Count >= tidyAt)
            {
                waiting.RemoveAll(known => known.IsOver);
                tidyAt = Math.Max(16, waiting.Count * 2);
            }
            waiting.Add(waiter);
        }
    }

    /// <summary>Ends all waits.</summary>
    public void Release()
    {
        List<Waiter> released;
        lock (gate)
        {
            if (waiting is null) return;
            released = waiting;
            waiting = null;
            tidyAt = 16;
        }
        foreach (var waiter in released) waiter.End();
    }

    /// <summary>Copies lines of the events behind the cursor, about <paramref name="maxBytes"/>, and moves the cursor past them.</summary>
    /// <returns>False when some of what is behind the cursor is no longer in memory: nothing was copied then.</returns>
    public bool TryCopyLines(ref long cursor, long upTo, int maxBytes, IBufferWriter<byte> output)
    {
        lock (gate)
        {
            if (cursor < recent.StartsAfter) return false;
            recent.CopyLines(ref cursor, upTo, maxBytes, output);
            return true;
        }
    }

    /// <summary>Adds the events behind a cursor to <paramref name="output"/>.</summary>
    /// <returns>False when some of them are no longer in memory: nothing was added then.</returns>
    public bool TryCollect(long after, long upTo, List<Event> output)
    {
        lock (gate)
        {
            if (after < recent.StartsAfter) return false;
            recent.Collect(after, upTo, output);
            return true;
        }
    }

    /// <summary>A page of the events behind a cursor from the store. Blocks.</summary>
    public EventPage ReadStored(DbConnection connection, long after, long upTo, int rows) => readStored(connection, subject, after, upTo, rows);
}

/// <summary>Reads a stream's events from the store: after one id, up to another, so many rows.</summary>
internal delegate EventPage StoredEvents(DbConnection connection, long subject, long after, long upTo, int rows);
