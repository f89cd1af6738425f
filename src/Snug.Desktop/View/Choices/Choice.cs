using Snug.Client;

namespace Snug.Desktop.View.Choices;

/// <summary>Something in a list that one chooses from.</summary>
/// <param name="Key">By which it is known.</param>
/// <param name="Kind">The kind of room; <see cref="RoomKind.Direct"/> for people.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Detail">What is said about it in small letters; nothing where it is empty.</param>
internal sealed record Choice(string Key, RoomKind Kind, string Name, string Detail = "")
{
    /// <summary>It is among those that were picked.</summary>
    public bool IsPicked { get; init; }

    /// <summary>Nothing happens there now: somebody is away, a room is archived.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>What its button does; null where it has none.</summary>
    public Action? Join { get; init; }
}
