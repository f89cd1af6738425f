namespace Snug.Desktop.Model.OverLine;

/// <summary>How long to wait before trying again: 1, 2, 4, 8 and then 15 seconds, each ±20 % so that not all come back at once.</summary>
internal sealed class Backoff(Random random)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private TimeSpan next = TimeSpan.FromSeconds(1);

    public TimeSpan Next()
    {
        var wait = next * (0.8 + 0.4 * random.NextDouble());
        next = next * 2 < Longest ? next * 2 : Longest;
        return wait;
    }
}
