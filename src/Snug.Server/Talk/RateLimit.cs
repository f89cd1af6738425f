namespace Snug.Server.Talk;

/// <summary>A bucket of permissions that refills steadily: so many at once, so many a second for long.</summary>
/// <param name="time">What refills are measured with.</param>
/// <param name="burst">So many at once.</param>
/// <param name="perSecond">So many for long.</param>
/// <param name="counted">Told of each permission that was taken, as 1, or given back, as -1.</param>
internal sealed class RateLimit(TimeProvider time, int burst, double perSecond, Action<int>? counted = null)
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
        }
        counted?.Invoke(1);
        return null;
    }

    /// <summary>Gives back a permission that was not used.</summary>
    public void GiveBack()
    {
        Charge(-1);
        counted?.Invoke(-1);
    }

    /// <summary>Takes what was taken elsewhere, whether it is there or not.</summary>
    public void Charge(int count)
    {
        lock (gate) left = Math.Clamp(left - count, -burst, burst);
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
