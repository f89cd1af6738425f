using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Snug.Server.Metrics;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>
/// The one ordered log. Whoever wants something to happen puts it into a bounded queue; one thread of its own takes all that
/// waits, commits it in one transaction (many posts, one fsync), shows it to the readers, and only then tells the senders.
/// </summary>
internal sealed partial class Log : IDisposable
{
    private readonly SqliteStore store;
    private readonly ChatState state;
    private readonly ChatMeter meter;
    private readonly TimeProvider time;
    private readonly ILogger<Log> logger;
    private readonly Channel<Pending> queue = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(Limits.LogQueue) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly SemaphoreSlim readers = new(Limits.StoreReaders);
    private readonly Thread writer;
    private volatile bool failing;

    public Log(SqliteStore store, ChatState state, ChatMeter meter, TimeProvider time, ILogger<Log> logger)
    {
        this.meter = meter;
        this.time = time;
        this.store = store;
        this.state = state;
        this.logger = logger;
        writer = new Thread(WriteUntilClosed) { Name = "log writer", IsBackground = true };
        writer.Start();
    }

    /// <summary>Whether the store takes what it is given. Where it last did not, it is tried with a write that changes nothing.</summary>
    public async ValueTask<bool> CanWriteAsync() =>
        writer.IsAlive && (!failing || (TryAppend(new Probe()) is { } tried && await tried is not Outcome.Failed));

    /// <summary>Asks for something to happen.</summary>
    /// <returns>How it ended, known once it is on the disk; null at once when the queue is full.</returns>
    public Task<Outcome>? TryAppend(Change wanted)
    {
        var pending = new Pending(wanted);
        return queue.Writer.TryWrite(pending) ? pending.Done : null;
    }

    /// <summary>Reads from the store without blocking the caller's thread; a few readings at a time, the others wait.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> reading, CancellationToken cancel = default)
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
        writer.Join();
        readers.Dispose();
    }

    private void WriteUntilClosed()
    {
        var batch = new List<Pending>(Limits.LogBatch);
        var waiting = queue.Reader;
        while (waiting.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < Limits.LogBatch && waiting.TryRead(out var next)) batch.Add(next);
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<Pending> batch)
    {
        try
        {
            var began = time.GetTimestamp();
            var outcomes = store.Append(batch.ConvertAll(pending => pending.Wanted));
            meter.CommitDuration.Record(time.GetElapsedTime(began).TotalSeconds);
            meter.CommitSize.Record(batch.Count);
            Show(batch, outcomes);
            if (failing) LogWritingAgain();
            failing = false;
            for (var i = 0; i < outcomes.Count; i++) batch[i].Finish(outcomes[i]);
        }
        catch (Exception failure)
        {
            // One line for a fault that lasts, however many posts it refuses.
            if (!failing) LogCannotWrite(failure.Message, failure is StoreException ? null : failure);
            failing = true;
            foreach (var pending in batch) pending.Finish(new Outcome.Failed());
        }
    }

    private void Show(List<Pending> batch, IReadOnlyList<Outcome> outcomes)
    {
        var touched = new HashSet<EventStream>();
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i] is not Outcome.Happened happened) continue;
            if (happened.Event is MessageEvent) meter.Posts.Add(1);
            state.Apply(batch[i].Wanted, happened.Event, touched);
        }
        state.Publish(store.LastId, touched);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "cannot store what happens, and refuses it until it can: {Reason}")]
    private partial void LogCannotWrite(string reason, Exception? bug);

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
