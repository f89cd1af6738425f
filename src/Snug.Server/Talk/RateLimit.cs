namespace Snug.Server.Talk;

/// <summary>A bucket of permissions that refills steadily: so many at once, so many a second for long.</summary>
internal sealed class RateLimit(TimeProvider time, int burst, double perSecond)
{
    private readonly Lock gate = new();
    private double left = burst;
    private long filledAt = time.GetTimestamp();

    /// <summary>Takes one permission.</summary>
    /// <returns>Null when there was one, otherwise how long it takes until there is.</returns>
    public TimeSpan? TryTake()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            left = Math.Min(burst, left + time.GetElapsedTime(filledAt, now).TotalSeconds * perSecond);
            filledAt = now;
            if (left < 1) return TimeSpan.FromSeconds((1 - left) / perSecond);
            left--;
            return null;
        }
    }

    /// <summary>Gives back a permission that was not used.</summary>
    public void GiveBack()
    {
        lock (gate) left = Math.Min(burst, left + 1);
    }

    /// <summary>Whether it is as good as new, and so need not be remembered.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate) return left + time.GetElapsedTime(filledAt).TotalSeconds * perSecond >= burst;
        }
    }
}
