using System.Globalization;

namespace Snug.Bench;

/// <summary>How a goal fared.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Values">What it was in the rounds, as far as it could be measured; the median decides.</param>
/// <param name="Rounds">How many rounds there were.</param>
internal sealed record Verdict(Goal Goal, Spread Values, int Rounds)
{
    public bool IsMeasured => Values.Count > 0;

    public bool IsMet => Goal.AtLeast ? Values.Median >= Goal.Bound : Values.Median <= Goal.Bound;

    /// <summary><c>met</c>, <c>missed by 12 %</c> or <c>not measured</c>.</summary>
    public string InWords => !IsMeasured ? "not measured" : IsMet ? "met" : $"missed{By}";

    /// <summary>The median, what the rounds lay between and the unit, and in how many of them, where it was not in all.</summary>
    public string Measured => Figure.Written(Values, Goal.Format) + (IsMeasured && !double.IsInfinity(Values.Median) ? $" {Goal.Unit}" : "") + (IsMeasured && Values.Count < Rounds ? $", in {Values.Count} of {Rounds} rounds" : "");

    // Of the bound. What is missed by less than a whole percent is not missed by nothing.
    private string By => double.IsInfinity(Values.Median) ? "" : Math.Abs(Values.Median / Goal.Bound - 1) switch
    {
        < 0.01 => " by less than 1 %",
        var part => string.Create(CultureInfo.InvariantCulture, $" by {part:#,0 %}"),
    };
}
