using System.Diagnostics.Metrics;

namespace Snug.Server.Metrics;

/// <summary>What the server counts of itself, besides what the platform counts.</summary>
internal sealed class ChatMeter : IDisposable
{
    public const string Name = "Snug";

    private readonly Meter meter = new(Name);

    public ChatMeter()
    {
        Posts = meter.CreateCounter<long>("snug.posts", null, "Messages that were stored.");
        Polls = meter.CreateCounter<long>("snug.polls", null, "Requests for news, by either door.");
        Waits = meter.CreateUpDownCounter<long>("snug.waits", null, "Polls that are waiting for news.");
        CommitDuration = meter.CreateHistogram<double>("snug.commit.duration", "s", "How long a transaction of the log took.");
        CommitSize = meter.CreateHistogram<long>("snug.commit.size", null, "Changes in one transaction of the log.");
        EventsBehind = meter.CreateHistogram<long>("snug.events.behind", null, "Events of the chat between a reader's cursor and the newest, when it asked and there was news.");
    }

    public Counter<long> Posts { get; }

    public Counter<long> Polls { get; }

    public UpDownCounter<long> Waits { get; }

    public Histogram<double> CommitDuration { get; }

    public Histogram<long> CommitSize { get; }

    public Histogram<long> EventsBehind { get; }

    /// <summary>Counts something when it is asked for.</summary>
    public void Observe(string name, string description, Func<long> count) => meter.CreateObservableGauge(name, count, null, description);

    public void Dispose() => meter.Dispose();
}
