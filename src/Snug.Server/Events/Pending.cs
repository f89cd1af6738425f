using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>What waits for the log's writer.</summary>
internal sealed class Pending(Change wanted)
{
    private const int Waiting = 0, Taken = 1, GivenUp = 2;

    // The sender goes on elsewhere: run on the writer's thread, its answer would hold up the next batch.
    private readonly TaskCompletionSource<Outcome> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state = Waiting;

    public Change Wanted => wanted;

    public Task<Outcome> Done => done.Task;

    /// <summary>Whether the writer is still to begin with it.</summary>
    public bool IsWaiting => Volatile.Read(ref state) == Waiting;

    /// <summary>How it ended; failed where that is not known in time. What the writer has not taken by then never happens.</summary>
    public async Task<Outcome> WithinAsync(TimeSpan longest, TimeProvider time)
    {
        try
        {
            return await done.Task.WaitAsync(longest, time);
        }
        catch (TimeoutException)
        {
            Interlocked.CompareExchange(ref state, GivenUp, Waiting);
            return new Outcome.Failed();
        }
    }

    /// <summary>Begins with it.</summary>
    /// <returns>False when its sender has been told that it failed.</returns>
    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    public void Finish(Outcome how) => done.TrySetResult(how);
}
