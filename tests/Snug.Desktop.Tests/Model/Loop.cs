using System.Collections.Concurrent;

namespace Snug.Desktop.Tests.Model;

/// <summary>A main loop without a window: what is awaited comes back to the test's own thread, one thing after the other.</summary>
internal sealed class Loop : SynchronizationContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BlockingCollection<(SendOrPostCallback Work, object? State)> posted = [];

    public static void Run(Func<Loop, Task> test)
    {
        var loop = new Loop();
        var before = Current;
        SetSynchronizationContext(loop);
        try
        {
            var task = test(loop);
            loop.RunUntil(() => task.IsCompleted, "the test to end");
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => posted.Add((d, state));

    public void RunUntil(Func<bool> condition, string what)
    {
        while (!condition())
        {
            if (!posted.TryTake(out var next, Patience)) throw new TimeoutException($"Waited in vain for {what}.");
            next.Work(next.State);
        }
    }

    /// <summary>Waits, bounded, for something that happens on this loop.</summary>
    public Task Until(Func<bool> condition, string what)
    {
        RunUntil(condition, what);
        return Task.CompletedTask;
    }
}
