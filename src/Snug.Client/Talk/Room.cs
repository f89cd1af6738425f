namespace Snug.Client;

/// <summary>A room as the asker sees it.</summary>
public sealed record Room
{
    /// <summary>Stays the same for as long as the room exists.</summary>
    public required long Id { get; init; }

    /// <summary>What the room is called; empty where a direct conversation has no name of its own.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is about, if that was said.</summary>
    public string? Topic { get; init; }

    /// <summary>Who may see it.</summary>
    public RoomKind Kind { get; init; }

    /// <summary>Whether it is closed: still readable, no longer written to.</summary>
    public bool Archived { get; init; }

    /// <summary>Whether the asker is in it. What is said is told as events only in rooms that one is in.</summary>
    public bool Joined { get; init; }

    /// <summary>Messages of others after the asker's read mark.</summary>
    public int Unread { get; init; }

    /// <summary>Those of them that name the asker.</summary>
    public int Mentions { get; init; }

    /// <summary>The id of the newest message; 0 in an empty room.</summary>
    public long LastId { get; init; }

    /// <summary>The id up to which the asker has read, on whatever device; 0 in a room they are not in.</summary>
    public long ReadUpTo { get; init; }
}
