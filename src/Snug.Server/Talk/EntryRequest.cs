namespace Snug.Server.Talk;

/// <summary>What somebody says at the HTTP door.</summary>
/// <param name="Name">The name they want.</param>
/// <param name="Password">Of a name that is kept.</param>
/// <param name="Invite">The code of an invite, where one is needed.</param>
internal sealed record EntryRequest(string? Name, string? Password = null, string? Invite = null);
