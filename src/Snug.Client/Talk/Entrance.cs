namespace Snug.Client;

/// <summary>How somebody enters a chat.</summary>
/// <param name="Name">The name to be known by: 1 to 32 letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, beginning with a letter or digit.</param>
public sealed record Entrance(string Name)
{
    /// <summary>The password of a name that is kept with one.</summary>
    public string? Password { get; init; }

    /// <summary>The code of an invite link, where a server lets in only the invited.</summary>
    public string? Invite { get; init; }

    /// <summary>The name: a password must not end up in a log.</summary>
    public override string ToString() => Name;
}
