namespace Snug.Client;

/// <summary>What is to be different about a room; what is null stays as it is.</summary>
public sealed record RoomChange
{
    /// <summary>What it is to be called; free, without regard to case.</summary>
    public string? Name { get; init; }

    /// <summary>What it is about; empty for nothing.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether it is to be closed, so that it is still read but no longer written to, or opened again.</summary>
    public bool? Archived { get; init; }
}
