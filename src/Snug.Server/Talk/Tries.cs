namespace Snug.Server.Talk;

/// <summary>Limits for many subjects, such as addresses; those that are as good as new are forgotten.</summary>
internal sealed class Tries(TimeProvider time, int burst, double perSecond)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, RateLimit> limits = new(StringComparer.Ordinal);

    /// <returns>Null when one more try is allowed, otherwise how long to wait for it.</returns>
    public TimeSpan? TryTake(string subject) => For(subject).TryTake();

    public RateLimit For(string subject)
    {
        lock (gate)
        {
            if (limits.TryGetValue(subject, out var limit)) return limit;
            if (limits.Count >= Limits.RememberedTries) Forget();
            return limits[subject] = new RateLimit(time, burst, perSecond);
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
