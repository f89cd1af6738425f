namespace Snug.Tests.Client;

/// <summary>A clock whose pauses are over at once; timeouts (<see cref="WatchedTime.Timeouts"/>) last as long as they say.</summary>
internal sealed class HastyTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime < WatchedTime.Timeouts ? TimeSpan.Zero : dueTime, period);
}
