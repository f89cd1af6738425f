namespace Snug.Client;

/// <summary>What is the same about a room for everyone who sees it.</summary>
public sealed record RoomDetails
{
    /// <summary>The room's <see cref="Room.Id"/>.</summary>
    public required long Id { get; init; }

    /// <summary>What the room is called now; empty where a direct conversation has no name of its own.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is about, if that was said.</summary>
    public string? Topic { get; init; }

    /// <summary>Who may see it.</summary>
    public RoomKind Kind { get; init; }

    /// <summary>Whether it is closed: still readable, no longer written to.</summary>
    public bool Archived { get; init; }
}
