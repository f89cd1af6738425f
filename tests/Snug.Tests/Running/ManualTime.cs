namespace Snug.Tests.Running;

/// <summary>A clock that stands still until it is moved; timers that are due then run at once, on the mover's thread; one moves it at a time.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new(), moving = new();
    private readonly List<ManualTimer> timers = [];
    private TimeSpan passed;

    public static DateTimeOffset Start { get; } = new(2030, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate) timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        lock (moving)
        {
            var end = Passed + by;
            while (NextDue(end) is { } next)
            {
                lock (gate) passed = next.Due!.Value;
                next.Run();
            }
            lock (gate) passed = end;
        }
    }

    private TimeSpan Passed
    {
        get
        {
            lock (gate) return passed;
        }
    }

    private ManualTimer? NextDue(TimeSpan end)
    {
        lock (gate) return timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
    }

    private sealed class ManualTimer(ManualTime time, Action run) : ITimer
    {
        private TimeSpan period;

        public TimeSpan? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan every)
        {
            period = every;
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : time.Passed + dueTime;
            return true;
        }

        public void Run()
        {
            Due = period > TimeSpan.Zero ? Due + period : null;
            run();
        }

        public void Dispose()
        {
            lock (time.gate) time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
