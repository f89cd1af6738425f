using System.Globalization;

namespace Snug.Load.CommandLine;

/// <summary>One line that says what is about to be measured.</summary>
internal static class Headline
{
    public static string Of(BenchOptions options)
    {
        var (scenario, wait) = (options.Scenario, options.Wait);
        var place = scenario.Rooms > 1 ? $"{scenario.Rooms} rooms" : "one room";
        var hearing = wait > 0 ? $"waiting up to {wait} s for news" : !scenario.IsHeard ? "never asking" : $"asking every {Seconds(scenario.PollEvery)} s";
        var speaking = options.LooksForMost ? $"{scenario.Senders} of them speak, ever faster"
            : scenario.Pace.UnderWay > 0 ? $"{scenario.Senders} of them speak as fast as they are acknowledged, {scenario.Pace.UnderWay} posts under way"
            : scenario.Pace.PerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $"{scenario.Senders} of them speak, {scenario.Pace.PerSecond:0.##} messages a second")
            : "nobody speaks";
        var protocol = options.IsHttp ? "HTTP" : "the line protocol";
        return $"{scenario.Clients} clients in {place} of {options.Address} over {protocol}, {hearing}; {speaking}; {Seconds(scenario.Length)} s after {Seconds(scenario.WarmUp)} s of warm-up";
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
