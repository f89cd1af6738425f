namespace Snug.Bench;

/// <summary>
/// One thing that the suite measures: servers (or sizes, or ways) that stand side by side, each measured once in every round, so that
/// what the machine does meanwhile falls on all of them. A scenario is a static property of a class named after it.
/// </summary>
/// <param name="Name">What <c>bench/run NAME</c> calls it.</param>
/// <param name="Title">Its heading in docs/performance.md.</param>
/// <param name="About">What is done and what is counted, for who reads the table.</param>
/// <param name="Figures">The columns of its table.</param>
/// <param name="Subjects">The rows of its table, in the order in which each round measures them.</param>
/// <param name="Goals">What the figures are held to.</param>
internal sealed record Scenario(
    string Name, string Title, string About, IReadOnlyList<Figure> Figures, IReadOnlyList<Subject> Subjects, IReadOnlyList<Goal> Goals)
{
    /// <summary>Minutes that a round takes on two cores, for who waits; not of a quick run.</summary>
    public required Func<Plan, double> Minutes { get; init; }

    /// <summary>The most rounds that are run: as many as say what is to be known, where each takes long.</summary>
    public int MostRounds { get; init; } = int.MaxValue;

    public int RoundsOf(Plan plan) => Math.Min(plan.Rounds, MostRounds);
}
