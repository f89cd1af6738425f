namespace Snug.Bench;

/// <summary>That a subject could not be measured.</summary>
/// <param name="Times">In how many rounds.</param>
/// <param name="Why">In the last of them; one line.</param>
internal sealed record Failure(int Times, string Why);
