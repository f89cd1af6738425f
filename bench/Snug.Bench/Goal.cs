namespace Snug.Bench;

/// <summary>What a scenario's figures are held to. Computed in each round from that round's figures; the median of the rounds decides.</summary>
/// <param name="Text">The goal in words, with its bound: <c>a poll over the line protocol costs at most 1.6 times the floor's CPU</c>.</param>
/// <param name="Measure">The value that is held to the bound; <see cref="double.NaN"/> where a subject it needs was not measured.</param>
/// <param name="Bound">The most that the value may be, or the least.</param>
/// <param name="Format">How the value is written, as .NET's numeric format strings say.</param>
/// <param name="Unit">What it is a number of: <c>times</c>, <c>ms</c>.</param>
/// <param name="AtLeast">Whether the bound is the least that the value may be.</param>
internal sealed record Goal(string Text, Func<Round, double> Measure, double Bound, string Format, string Unit, bool AtLeast = false)
{
    /// <summary>Where it is known that it is missed, why, as a sentence or several; told only when it is.</summary>
    public string? Why { get; init; }
}
