using System.Diagnostics.Metrics;
using Snug.Server.Metrics;

namespace Snug.Tests.Running;

/// <summary>Holds the log's writer of one server, as a slow disk does, from its next commit until it is let go; counts the requests for news.</summary>
internal sealed class HeldWriter : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MeterListener listener = new();
    private readonly ManualResetEventSlim letGo = new(), reached = new();
    private long polls;

    public HeldWriter(ChatMeter meter)
    {
        listener.SetMeasurementEventCallback<long>((_, more, _, _) => Interlocked.Add(ref polls, more));
        // Told on the writer's thread, after the commit and before anybody hears of it.
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Hold());
        listener.EnableMeasurementEvents(meter.Polls);
        listener.EnableMeasurementEvents(meter.CommitDuration);
        listener.Start();
    }

    public long Polls => Interlocked.Read(ref polls);

    /// <summary>Whether it holds the writer by now.</summary>
    public bool Holds => reached.IsSet;

    public void LetGo() => letGo.Set();

    public void Dispose()
    {
        LetGo();
        listener.Dispose();
    }

    private void Hold()
    {
        reached.Set();
        letGo.Wait(Patience);
    }
}
