namespace Snug.Client;

// Pauses between tries: each may be twice as long as the one before, and lies anywhere from the shortest up to that. So clients
// that lost a server together come back one by one, not in step. That is no secret: .NET's secure numbers are OpenSSL's, which is megabytes
// of a program that needs nothing else of it.
internal sealed class Backoff(TimeProvider time)
{
    private readonly Random random = new(unchecked((int)time.GetTimestamp()));
    private TimeSpan longest = Limits.ShortestPause;

    public void Reset() => longest = Limits.ShortestPause;

    /// <summary>Waits; never less than the server asked for.</summary>
    public Task PauseAsync(TimeSpan? asked, CancellationToken cancel)
    {
        longest = Least(longest * 2, Limits.LongestPause);
        var pause = Between(Limits.ShortestPause, longest);
        if (asked is { } least)
        {
            least = Least(least, Limits.LongestRetryAfter);
            pause = Between(least, least * (1 + Limits.Spread)) is var later && later > Limits.ShortestPause ? later : pause;
        }
        return Task.Delay(pause, time, cancel);
    }

    public TimeSpan Between(TimeSpan from, TimeSpan to)
    {
        var range = (int)(to - from).TotalMilliseconds;
        return from + TimeSpan.FromMilliseconds(random.Next(range + 1));
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
