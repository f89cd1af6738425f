namespace Snug.Desktop.Media;

/// <summary>One transfer, and those who wait for it.</summary>
internal sealed class SharedFetch(CancellationToken closed) : IProgress<long>
{
    private readonly CancellationTokenSource givenUp = CancellationTokenSource.CreateLinkedTokenSource(closed);
    private readonly List<IProgress<long>> watchers = [];
    private readonly Lock gate = new();
    private Task<string> transfer = Task.FromResult("");
    private int waiting;
    private bool isLeft;

    public CancellationToken Cancel => givenUp.Token;

    public bool IsOver => transfer.IsCompleted || isLeft;

    public void Begin(Func<IProgress<long>, Task<string>> fetch) => transfer = fetch(this);

    public async Task<string> WaitAsync(IProgress<long>? progress, CancellationToken cancel)
    {
        waiting++;
        if (progress is not null) lock (gate) watchers.Add(progress);
        try
        {
            return await transfer.WaitAsync(cancel);
        }
        finally
        {
            if (progress is not null) lock (gate) watchers.Remove(progress);
            if (--waiting == 0)
            {
                isLeft = true;
                if (!transfer.IsCompleted) await givenUp.CancelAsync();
                givenUp.Dispose();
            }
        }
    }

    // Comes on the threads of the transfer.
    public void Report(long value)
    {
        IProgress<long>[] told;
        lock (gate) told = [.. watchers];
        foreach (var one in told) one.Report(value);
    }
}
