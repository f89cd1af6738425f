namespace Snug.Client;

/// <summary>Somebody who takes part in the chat.</summary>
public sealed record User
{
    /// <summary>Stays the same for as long as the user exists; a guest who leaves and enters again may get another.</summary>
    public required long Id { get; init; }

    /// <summary>1 to 32 letters, digits, <c>_</c>, <c>-</c> and <c>.</c> (<see cref="Snug.Protocol.UserName"/>); no two differ in case alone.</summary>
    public required string Name { get; init; }

    /// <summary>What the user may do.</summary>
    public UserRole Role { get; init; }

    /// <summary>Whether the user has asked for something within the last 10 seconds or is waiting for an answer, by whatever door.</summary>
    public bool Here { get; init; }
}
