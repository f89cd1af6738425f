using Snug.Load.Crowds;

namespace Snug.Load;

/// <summary>Looks for the most that a server delivers while its readers keep up: twice as many messages a second each time, until they do not, then in between.</summary>
internal static class Climb
{
    // Messages a second to end with: more than one thread can drive, whatever the server does.
    private const double End = 200_000;

    // Messages a second of each client that it begins with at most: a server may let one say only so much.
    private const int AtFirst = 10;

    // Halves what is between the last rate that was kept and the first that was not, to within a sixteenth.
    private const int Refinements = 4;

    // Beyond the poll that a message has to wait for anyway.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(500);

    /// <param name="scenario">What is measured.</param>
    /// <param name="measure">Measures a rate.</param>
    /// <param name="begin">Deliveries a second to begin with.</param>
    /// <returns>The greatest that was kept, and the least that was not; null where there was none.</returns>
    public static (LoadResult? Kept, LoadResult? Behind) Run(Scenario scenario, Func<Pace, LoadResult> measure, double begin = 100_000)
    {
        LoadResult? kept = null, behind = null;
        double low = 0, high = End;
        for (var rate = Math.Clamp(begin / scenario.Clients, 1, AtFirst * scenario.Clients); rate < End && behind is null; rate *= 2) Try(rate);
        for (var i = 0; i < Refinements && kept is not null; i++) Try((low + high) / 2);
        return (kept, behind);

        void Try(double rate)
        {
            var result = measure(Pace.Rate(rate));
            if (HasKeptUp(result, rate, scenario)) (kept, low) = (result, rate);
            else (behind, high) = (result, rate);
        }
    }

    // Everything was said in time and nothing refused; everything arrived; nearly everyone had it as soon as its poll could bring it.
    private static bool HasKeptUp(LoadResult result, double rate, Scenario scenario) =>
        result.SaidPerSecond > 0.98 * rate && result.Acknowledged == result.Said && result.Delivered >= result.Owed && result.Lost == 0
        && result.LatePolls <= 0.01 * result.PollsPerSecond * result.Seconds
        && result.ReadTimes.NinetyNine <= (1.2 * scenario.PollEvery + Slack).TotalMilliseconds;
}
