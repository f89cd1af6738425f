using System.Threading.Channels;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>
/// The one ordered log. Whoever wants something to happen puts it into a bounded queue; one thread of its own takes all that
/// waits, commits it in one transaction (many posts, one fsync), shows it to the rooms, and only then tells the senders.
/// </summary>
internal sealed partial class Log : IDisposable
{
    private readonly SqliteStore store;
    private readonly ILogger<Log> logger;
    private readonly Dictionary<long, Room> rooms;
    private readonly Channel<Pending> queue = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(Limits.LogQueue) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly SemaphoreSlim readers = new(Limits.StoreReaders);
    private readonly Thread writer;
    private volatile bool failing;

    public Log(SqliteStore store, ILogger<Log> logger)
    {
        this.store = store;
        this.logger = logger;
        rooms = store.ReadRooms().ToDictionary(room => room.Id, room => new Room(room, store.LastId));
        writer = new Thread(WriteUntilClosed) { Name = "log writer", IsBackground = true };
        writer.Start();
    }

    /// <summary>Whether the store takes what it is given. Where it last did not, it is tried with a write that changes nothing.</summary>
    public async ValueTask<bool> CanWriteAsync() =>
        writer.IsAlive && (!failing || (TryAppend(NewEvent.Nothing) is { } tried && await tried == Committed.Yes));

    public Room RoomWith(long id) => rooms[id];

    /// <summary>Asks for something to happen.</summary>
    /// <returns>How it ended, known once it is on the disk; null at once when the queue is full.</returns>
    public Task<Committed>? TryAppend(NewEvent wanted)
    {
        var pending = new Pending(wanted);
        return queue.Writer.TryWrite(pending) ? pending.Done : null;
    }

    /// <summary>A room's events that are no longer in memory; never blocks the caller's thread.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async Task<IReadOnlyList<EventRecord>> ReadAfterAsync(Room room, long after, long upTo)
    {
        await readers.WaitAsync();
        try
        {
            return await Task.Run(() => store.ReadAfter(room.Id, after, upTo, Limits.StorePage));
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
            var id = store.Append(batch.ConvertAll(pending => pending.Wanted));
            foreach (var pending in batch)
                if (pending.Wanted != NewEvent.Nothing) rooms[pending.Wanted.Room].Apply(id++, pending.Wanted);
            if (failing) LogWritingAgain();
            failing = false;
            foreach (var pending in batch) pending.Finish(Committed.Yes);
        }
        catch (Exception failure)
        {
            // One line for a fault that lasts, however many posts it refuses.
            if (!failing) LogCannotWrite(failure.Message, failure is StoreException ? null : failure);
            failing = true;
            foreach (var pending in batch) pending.Finish(Committed.No);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "cannot store messages, and refuses them until it can: {Reason}")]
    private partial void LogCannotWrite(string reason, Exception? bug);

    [LoggerMessage(Level = LogLevel.Information, Message = "stores messages again")]
    private partial void LogWritingAgain();

    /// <summary>What waits for the writer.</summary>
    private sealed class Pending(NewEvent wanted)
    {
        // The sender goes on elsewhere: run on the writer's thread, its answer would hold up the next batch.
        private readonly TaskCompletionSource<Committed> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public NewEvent Wanted => wanted;

        public Task<Committed> Done => done.Task;

        public void Finish(Committed how) => done.TrySetResult(how);
    }
}
