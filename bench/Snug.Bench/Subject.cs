namespace Snug.Bench;

/// <summary>One row of a scenario's table: what is measured once in each round.</summary>
/// <param name="Name">Such as <c>Snug</c>, <c>floor</c>, <c>ngIRCd</c>; unique in its scenario.</param>
/// <param name="RunAsync">
/// Measures it once, from nothing (a server of its own) and leaving nothing, and returns a value for each of the scenario's figures, in their
/// order; <see cref="double.NaN"/> where there is none. Throws a <see cref="SubjectFailedException"/> where it could not be measured.
/// </param>
internal sealed record Subject(string Name, Func<Plan, Task<IReadOnlyList<double>>> RunAsync);
