namespace Snug.Bench;

/// <summary>What the values of several rounds lay between.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Median">The middle one, of an even number the mean of both; <see cref="double.NaN"/> where there are none.</param>
internal sealed record Spread(int Count, double Least, double Median, double Most)
{
    /// <param name="values">In any order. Those that are <see cref="double.NaN"/> were not measured and do not count; infinite is what never came.</param>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length == 0 ? new(0, double.NaN, double.NaN, double.NaN)
            : new(sorted.Length, sorted[0], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[^1]);
    }

    /// <summary>The value within which this part of all are; <see cref="double.NaN"/> where there are none.</summary>
    /// <param name="sorted">All, ascending.</param>
    /// <param name="part">0.99 for 99 of 100.</param>
    public static double Within(IReadOnlyList<double> sorted, double part) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Count) - 1, 0, sorted.Count - 1)];
}
