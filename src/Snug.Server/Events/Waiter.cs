namespace Snug.Server.Events;

/// <summary>A poll that waits for news. It holds no thread; whatever ends it first counts.</summary>
internal sealed class Waiter : IDisposable
{
    // Its reader goes on elsewhere, never on the thread that brought the news.
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider time;
    private readonly ITimer limit;
    private long endedAt = long.MaxValue;

    /// <param name="time">What the wait is measured with.</param>
    /// <param name="longest">When it ends by itself.</param>
    public Waiter(TimeProvider time, TimeSpan longest)
    {
        this.time = time;
        limit = time.CreateTimer(self => ((Waiter)self!).End(), this, longest, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The timestamp at which it ended; the end of time while it goes on.</summary>
    public long EndedAt => Volatile.Read(ref endedAt);

    public bool IsOver => over.Task.IsCompleted;

    public Task Over => over.Task;

    public void End()
    {
        Interlocked.CompareExchange(ref endedAt, time.GetTimestamp(), long.MaxValue);
        over.TrySetResult();
    }

    public void Dispose()
    {
        limit.Dispose();
        End();
    }
}
