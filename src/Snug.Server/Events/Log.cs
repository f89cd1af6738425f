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
        new BoundedChannelOptions(Limits.LogQueue)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
            // All that goes on is the writer's own thread: whoever brings the first change wakes it, rather than a pool thread that does nothing else.
            AllowSynchronousContinuations = true,
        });
    private readonly SemaphoreSlim readers = new(Limits.StoreReaders);
    private readonly Thread writer;
    private readonly ManualResetEventSlim awake = new(initialState: false, spinCount: 0);
    private Pending? look;
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
        if (!queue.Writer.TryWrite(pending)) return null;
        // A disk answers. A network may be silent for longer than anybody should wait.
        return store.Server == 0 ? pending.Done : pending.WithinAsync(Limits.LongestWrite, time);
    }

    /// <summary>Takes in what other servers have written until now.</summary>
    /// <exception cref="StoreException">It cannot be read now: what is not known here may be there.</exception>
    public async ValueTask CatchUpAsync()
    {
        if (store.Server == 0) return;
        if (TryAppend(new LookForNews()) is not { } done || await done is Outcome.Failed)
            throw new StoreException("what other servers have written cannot be read now");
    }

    void IListener.Look()
    {
        // One that is still to begin will find it; one that has begun may have been too early.
        if (look is { IsWaiting: true }) return;
        var next = new Pending(new LookForNews());
        if (queue.Writer.TryWrite(next)) look = next;
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
        awake.Dispose();
    }
}
