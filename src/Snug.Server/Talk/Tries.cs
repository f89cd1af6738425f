namespace Snug.Server.Talk;

/// <summary>Limits for many subjects, such as addresses; those that are as good as new are forgotten.</summary>
internal sealed class Tries
{
    private readonly TimeProvider time;
    private readonly SharedLimits shared;
    private readonly string name;
    private readonly int burst;
    private readonly double perSecond;
    private readonly Lock gate = new();
    private readonly Dictionary<string, RateLimit> limits = new(StringComparer.Ordinal);

    /// <param name="time">What refills are measured with.</param>
    /// <param name="shared">What other servers count.</param>
    /// <param name="name">What the limit is called among servers.</param>
    /// <param name="burst">So many at once.</param>
    /// <param name="perSecond">So many for long.</param>
    public Tries(TimeProvider time, SharedLimits shared, string name, int burst, double perSecond)
    {
        (this.time, this.shared, this.name, this.burst, this.perSecond) = (time, shared, name, burst, perSecond);
        shared.Add(name, (subject, count) => For(subject).Charge(count));
    }

    /// <returns>Null when one more try is allowed, otherwise how long to wait for it.</returns>
    public TimeSpan? TryTake(string subject) => For(subject).TryTake();

    public RateLimit For(string subject)
    {
        lock (gate)
        {
            if (limits.TryGetValue(subject, out var limit)) return limit;
            if (limits.Count >= Limits.RememberedTries) Forget();
            return limits[subject] = new RateLimit(time, burst, perSecond, count => shared.Count(name, subject, count));
        }
    }

    private void Forget()
    {
        foreach (var (subject, limit) in limits)
            if (limit.IsFull) limits.Remove(subject);
        // A flood from everywhere: start afresh rather than remember without end.
        if (limits.Count >= Limits.RememberedTries) limits.Clear();
    }
}
