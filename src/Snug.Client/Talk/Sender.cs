namespace Snug.Client;

/// <summary>Who said or did something.</summary>
/// <param name="Id">The user's <see cref="User.Id"/>.</param>
/// <param name="Name">The name at that time.</param>
public sealed record Sender(long Id, string Name);
