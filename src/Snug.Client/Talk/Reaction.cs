namespace Snug.Client;

/// <summary>An emoji under a message.</summary>
/// <param name="Emoji">The emoji itself.</param>
/// <param name="Users">The names of those who gave it.</param>
public sealed record Reaction(string Emoji, IReadOnlyList<string> Users);
