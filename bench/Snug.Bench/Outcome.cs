namespace Snug.Bench;

/// <summary>What a scenario's rounds gave.</summary>
/// <param name="Failures">By subject's name; none for who was measured every time.</param>
internal sealed record Outcome(Scenario Scenario, IReadOnlyList<Round> Rounds, IReadOnlyDictionary<string, Failure> Failures)
{
    public Spread Of(Subject subject, Figure figure) => Spread.Of(Rounds.Select(round => round[subject.Name, figure.Heading]));

    /// <summary>How the scenario's goals fared, in their order.</summary>
    public IEnumerable<Verdict> Verdicts => Scenario.Goals.Select(goal => new Verdict(goal, Spread.Of(Rounds.Select(goal.Measure)), Rounds.Count));
}
