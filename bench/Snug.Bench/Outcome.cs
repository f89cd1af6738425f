using System.Globalization;

namespace Snug.Bench;

/// <summary>What a scenario's rounds gave.</summary>
/// <param name="Failures">By subject, why it could not be measured (the last time).</param>
internal sealed record Outcome(Scenario Scenario, IReadOnlyList<Round> Rounds, IReadOnlyDictionary<string, string> Failures)
{
    /// <summary>The values of the rounds, ascending, without those that are not there.</summary>
    public double[] Sorted(Func<Round, double> value) => [.. Rounds.Select(value).Where(double.IsFinite).Order()];

    /// <summary>The middle one; the lower of two.</summary>
    public static double Median(double[] sorted) => sorted.Length == 0 ? double.NaN : sorted[(sorted.Length - 1) / 2];

    public static string Written(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "–";
}
