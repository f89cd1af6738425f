namespace Snug.Server.Events;

/// <summary>A poll that waits for news. It holds no thread; whatever ends it first counts.</summary>
internal sealed class Waiter : IDisposable
{
    // Its reader goes on elsewhere, never on the thread that brought the news.
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer limit;

    /// <param name="time">What the wait is measured with.</param>
    /// <param name="longest">When it ends by itself.</param>
    public Waiter(TimeProvider time, TimeSpan longest) =>
        limit = time.CreateTimer(self => ((Waiter)self!).End(), this, longest, Timeout.InfiniteTimeSpan);

    public bool IsOver => over.Task.IsCompleted;

    public Task Over => over.Task;

    public void End() => over.TrySetResult();

    public void Dispose()
    {
        limit.Dispose();
        End();
    }
}
