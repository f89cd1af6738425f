using Snug.Server.Events;
using Snug.Server.Metrics;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>What a reader has not read yet: its rooms, the news of public rooms, and what concerns it alone, in one order.</summary>
internal sealed class Polls(ChatState state, Log log, IStore store, ChatMeter meter)
{
    /// <summary>What tells this chat's cursors from another's.</summary>
    public string ChatId => store.Id;

    /// <summary>The newest event that readers may be given.</summary>
    public long Head => state.Head;

    /// <summary>The newest id that a cursor may have.</summary>
    public long Known => state.Known;

    /// <summary>Whether other servers write to the same chat.</summary>
    public bool IsShared => log.Server != 0;

    /// <summary>Takes in what other servers have written until now.</summary>
    /// <exception cref="StoreException">It cannot be read now.</exception>
    public ValueTask CatchUpAsync() => log.CatchUpAsync();

    /// <summary>Whether anything has happened behind a cursor that the reader may see. Makes nothing: the cost of an idle poll.</summary>
    public bool HasNews(Person reader, long since)
    {
        if (state.Head <= since) return false;
        if (reader.Own.Newest > since || state.Directory.Newest > since) return true;
        foreach (var room in reader.Rooms)
            if (room.Stream.Newest > since) return true;
        return false;
    }

    /// <summary>Waits until there may be news, or until the wait ends otherwise.</summary>
    public async Task WaitAsync(Session session, long since, TimeSpan longest, CancellationToken gone, CancellationToken stopping)
    {
        meter.Waits.Add(1);
        using var waiter = session.Wait(longest);
        using var leaving = gone.UnsafeRegister(static waiting => ((Waiter)waiting!).End(), waiter);
        session.Person.Own.Await(waiter);
        state.Directory.Await(waiter);
        foreach (var room in session.Person.Rooms) room.Stream.Await(waiter);
        // What came before it listened wakes nobody: news, and the server's stopping.
        if (!HasNews(session.Person, since) && !stopping.IsCancellationRequested) await waiter.Over;
        meter.Waits.Add(-1);
    }

    /// <summary>The events behind a cursor, a page of them, and the cursor behind those.</summary>
    /// <exception cref="StoreException">What is no longer in memory cannot be read.</exception>
    public async ValueTask<EventsPage> ReadAsync(Person reader, long since)
    {
        meter.EventsBehind.Record(state.Head - since);
        while (true)
        {
            var upTo = state.Head;
            var page = await ReadPageAsync(reader, since, upTo);
            // All of a page may have been deleted since: go on rather than give an answer that says nothing.
            if (page.Events.Count > 0 || page.Next >= upTo) return page;
            since = page.Next;
        }
    }

    private async ValueTask<EventsPage> ReadPageAsync(Person reader, long since, long upTo)
    {
        var (found, behind) = (new List<Event>(), new List<EventStream>());
        Collect(reader.Own);
        Collect(state.Directory);
        foreach (var room in reader.Rooms) Collect(room.Stream);
        // Many streams share one page: each is read a little way, and the answer ends where the first of them was left.
        var rows = Math.Max(Limits.FewestRows, Limits.StorePage / Math.Max(1, behind.Count));
        foreach (var stream in behind)
        {
            var end = upTo;
            var stored = await log.ReadAsync(connection => stream.ReadStored(connection, since, end, rows));
            found.AddRange(stored.Events.Select(state.Encoding.Encode));
            upTo = stored.UpTo;
        }
        return EventsPage.Cut(found, upTo);

        void Collect(EventStream stream)
        {
            if (stream.Newest > since && !stream.TryCollect(since, upTo, found)) behind.Add(stream);
        }
    }
}
