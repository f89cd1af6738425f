using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>
/// Something done in the background now and then, never twice at once: asked for while it is being done, it is done once
/// more afterwards. What fails is logged, and tried again the next time.
/// </summary>
internal sealed partial class Chore : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task> work;
    private readonly string what;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private bool busy, again, failing;

    public Chore(string what, TimeProvider time, TimeSpan every, ILogger logger, Func<CancellationToken, Task> work)
    {
        (this.what, this.logger, this.work) = (what, logger, work);
        timer = time.CreateTimer(_ => Begin(), null, every, every);
    }

    /// <summary>Does it now.</summary>
    public void Begin()
    {
        lock (gate)
        {
            again = true;
            if (busy || stopping.IsCancellationRequested) return;
            busy = true;
            running = Task.Run(RunUntilDoneAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        lock (gate) stopping.Cancel();
        await running;
        stopping.Dispose();
    }

    private async Task RunUntilDoneAsync()
    {
        while (IsWanted()) await RunAsync();
    }

    private bool IsWanted()
    {
        lock (gate)
        {
            busy = again && !stopping.IsCancellationRequested;
            again = false;
            return busy;
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await work(stopping.Token);
            failing = false;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops; the next one goes on.
        }
        catch (Exception failure)
        {
            if (!failing) LogFailed(what, failure.Message, failure is StoreException ? null : failure);
            failing = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "cannot {What}: {Reason}")]
    private partial void LogFailed(string what, string reason, Exception? bug);
}
