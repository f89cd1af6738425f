using System.Threading.Channels;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

/// <summary>A clock moved by hand that tells which pauses were begun: shorter than <see cref="Timeouts"/>, which the test gives all timeouts.</summary>
internal sealed class WatchedTime : TimeProvider
{
    public static readonly TimeSpan Timeouts = TimeSpan.FromHours(5);

    private readonly ManualTime time = new();
    private readonly Channel<TimeSpan> pauses = Channel.CreateBounded<TimeSpan>(100);

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        if (dueTime < Timeouts) Assert.True(pauses.Writer.TryWrite(dueTime));
        return timer;
    }

    public void Advance(TimeSpan by) => time.Advance(by);

    /// <summary>Waits until a pause has begun, lets it pass, and says how long it was.</summary>
    public async Task<TimeSpan> PassPauseAsync()
    {
        var pause = await pauses.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        time.Advance(pause);
        return pause;
    }
}
