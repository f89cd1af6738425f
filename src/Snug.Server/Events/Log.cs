using System.Data.Common;
using System.Threading.Channels;
using Snug.Server.Metrics;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>
/// The one ordered log. Whoever wants something to happen puts it into a bounded queue; one thread of its own takes all that
/// waits, commits it in one transaction (many posts, one fsync), shows it to the readers, and only then tells the senders. What
/// other servers have written is taken in by the same thread, in the same order.
/// </summary>
internal sealed partial class Log : IListener, IDisposable
{
    private readonly IStore store;
    private readonly ChatState state;
    private readonly ChatMeter meter;
    private readonly TimeProvider time;
    private readonly ILogger<Log> logger;
    private readonly Channel<Pending> queue = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(Limits.LogQueue) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly SemaphoreSlim readers = new(Limits.StoreReaders);
    private readonly Thread writer;
    private volatile Task<Outcome>? looking;
    private volatile bool failing;

    public Log(IStore store, ChatState state, ChatMeter meter, TimeProvider time, ILogger<Log> logger)
    {
        this.meter = meter;
        this.time = time;
        this.store = store;
        this.state = state;
        this.logger = logger;
        writer = new Thread(WriteUntilClosed) { Name = "log writer", IsBackground = true };
    }

    /// <summary>Which of the servers of the chat this one is; 0 where it is the only one.</summary>
    public long Server => store.Server;

    /// <summary>
    /// Told of changes without an event, one after the other in the order of the log, and whether this server made them; where it is
    /// the only one, never. Runs on the writer's thread.
    /// </summary>
    public event Action<SharedChange, bool>? Heard;

    /// <summary>Told when this server cannot go on.</summary>
    public event Action<Exception>? Lost;

    long IListener.Known => state.Known;

    /// <summary>Begins, once all who want to hear of something are there.</summary>
    public void Begin()
    {
        writer.Start();
        store.Listen(this);
    }

    /// <summary>Whether the store takes what it is given. Where it last did not, it is tried with a write that changes nothing.</summary>
    public async ValueTask<bool> CanWriteAsync() =>
        writer.IsAlive && !store.IsAway && (!failing || (TryAppend(new Probe()) is { } tried && await tried is not Outcome.Failed));

    /// <summary>Asks for something to happen.</summary>
    /// <returns>How it ended, known once it is on the disk; null at once when the queue is full.</returns>
    public Task<Outcome>? TryAppend(Change wanted)
    {
        var pending = new Pending(wanted);
        return queue.Writer.TryWrite(pending) ? pending.Done : null;
    }

    /// <summary>Takes in what other servers have written until now.</summary>
    /// <returns>Whether there was anything.</returns>
    public async ValueTask<bool> CatchUpAsync()
    {
        if (store.Server == 0) return false;
        var known = state.Known;
        if (TryAppend(new LookForNews()) is { } done) await done;
        return state.Known > known;
    }

    void IListener.Look()
    {
        if (looking is not { IsCompleted: false }) looking = TryAppend(new LookForNews());
    }

    void IListener.Bury(long server) => TryAppend(new BuryServer(server));

    void IListener.Lose(Exception reason) => Lost?.Invoke(reason);

    /// <summary>Reads from the store without blocking the caller's thread; a few readings at a time, the others wait.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<T> ReadAsync<T>(Func<DbConnection, T> reading, CancellationToken cancel = default)
    {
        await readers.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => store.Read(reading), cancel);
        }
        finally
        {
            readers.Release();
        }
    }

    /// <summary>Commits what is queued and ends the writer.</summary>
    public void Dispose()
    {
        queue.Writer.TryComplete();
        if (writer.IsAlive) writer.Join();
        readers.Dispose();
    }

    private void WriteUntilClosed()
    {
        var batch = new List<Pending>(Limits.LogBatch);
        var waiting = queue.Reader;
        while (waiting.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < Limits.LogBatch && waiting.TryRead(out var next)) batch.Add(next);
            var looks = batch.FindAll(pending => pending.Wanted is LookForNews);
            var changes = batch.FindAll(pending => pending.Wanted is not LookForNews);
            if (changes.Count > 0) Commit(changes);
            if (looks.Count > 0) Look(looks);
            batch.Clear();
        }
    }

    private void Commit(List<Pending> batch)
    {
        try
        {
            var began = time.GetTimestamp();
            var appended = store.Append(batch.ConvertAll(pending => pending.Wanted));
            meter.CommitDuration.Record(time.GetElapsedTime(began).TotalSeconds);
            meter.CommitSize.Record(batch.Count);
            Show(batch, appended);
            if (failing) LogWritingAgain();
            failing = false;
            for (var i = 0; i < batch.Count; i++) batch[i].Finish(appended.Outcomes[i]);
        }
        catch (Exception failure)
        {
            // One line for a fault that lasts, however many posts it refuses.
            if (!failing) LogCannotWrite(failure.Message, failure is StoreException ? null : failure);
            failing = true;
            foreach (var pending in batch) pending.Finish(new Outcome.Failed());
        }
    }

    private void Look(List<Pending> looks)
    {
        try
        {
            while (TakeIn([], state.Known, long.MaxValue))
            {
                // Far behind, it comes in pages.
            }
            foreach (var look in looks) look.Finish(new Outcome.Done());
        }
        catch (Exception failure)
        {
            if (!failing) LogCannotRead(failure.Message, failure is StoreException ? null : failure);
            foreach (var look in looks) look.Finish(new Outcome.Failed());
        }
    }

    private void Show(List<Pending> batch, Appended appended)
    {
        var own = new List<Happening>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var wanted = batch[i].Wanted;
            if (appended.Outcomes[i] is Outcome.Happened { Event: var happened })
            {
                if (happened is MessageEvent) meter.Posts.Add(1);
                own.Add(new(happened.Id, happened, wanted is OpenRoom open ? [.. open.Members.Select(member => member.Id)] : [], null, IsOwn: true));
            }
            else if (appended.Outcomes[i] is Outcome.Done { Id: > 0 and var id })
            {
                own.Add(new(id, null, [], (SharedChange)wanted, IsOwn: true));
            }
        }
        own.Sort((one, other) => one.Id.CompareTo(other.Id));
        // Others have written in between: theirs is shown in its place.
        if (state.Known + appended.Ids == appended.LastId) state.TakeIn(own, appended.LastId, Heard);
        else while (TakeIn(own, state.Known, appended.LastId)) { }
    }

    // Takes in a page of the others' news with what this server wrote among it; false when there is no more.
    private bool TakeIn(List<Happening> own, long after, long upTo)
    {
        if (after >= upTo) return false;
        var news = store.ReadNews(after);
        var known = own.Select(one => one.Id).ToHashSet();
        var all = news.Happenings.Where(one => !known.Contains(one.Id)).Concat(own.Where(one => one.Id > after && one.Id <= news.UpTo));
        state.TakeIn([.. all.OrderBy(one => one.Id)], news.UpTo, Heard);
        return news.UpTo > after;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "cannot store what happens, and refuses it until it can: {Reason}")]
    private partial void LogCannotWrite(string reason, Exception? bug);

    [LoggerMessage(Level = LogLevel.Error, Message = "cannot read what other servers have written: {Reason}")]
    private partial void LogCannotRead(string reason, Exception? bug);

    [LoggerMessage(Level = LogLevel.Information, Message = "stores what happens again")]
    private partial void LogWritingAgain();

    /// <summary>What waits for the writer.</summary>
    private sealed class Pending(Change wanted)
    {
        // The sender goes on elsewhere: run on the writer's thread, its answer would hold up the next batch.
        private readonly TaskCompletionSource<Outcome> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Change Wanted => wanted;

        public Task<Outcome> Done => done.Task;

        public void Finish(Outcome how) => done.TrySetResult(how);
    }
}
