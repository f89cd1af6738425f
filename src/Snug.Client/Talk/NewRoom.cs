namespace Snug.Client;

/// <summary>A room to be opened.</summary>
/// <param name="Name">What it is to be called; free, without regard to case.</param>
public sealed record NewRoom(string Name)
{
    /// <summary>What it is about.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether only those who are invited may see it.</summary>
    public bool Private { get; init; }
}
