namespace Snug.Bench;

/// <summary>What a scenario's figures are held to. Computed in each round from that round's figures; the median of the rounds decides.</summary>
/// <param name="Text">The goal in words, such as <c>a poll over the line protocol costs at most 1.6 times the floor's CPU</c>.</param>
/// <param name="Measure">The value that is held to the bound; <see cref="double.NaN"/> where a subject it needs was not measured.</param>
/// <param name="Bound">The most that the value may be, or the least.</param>
/// <param name="AtLeast">Whether the bound is the least that the value may be.</param>
/// <param name="Format">How the value is written.</param>
internal sealed record Goal(string Text, Func<Round, double> Measure, double Bound, bool AtLeast = false, string Format = "0.00")
{
    /// <summary>Where it is known that it is missed, why; told only when it is.</summary>
    public string? Why { get; init; }

    public bool IsMetBy(double value) => AtLeast ? value >= Bound : value <= Bound;
}
