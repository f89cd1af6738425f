namespace Snug.Server.Talk;

/// <summary>What the operator decided.</summary>
/// <param name="LineLimit">The most code points of a message over the line protocol.</param>
internal sealed record ChatRules(int LineLimit);
