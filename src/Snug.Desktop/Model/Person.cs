namespace Snug.Desktop.Model;

/// <summary>Somebody in the chat.</summary>
/// <param name="Name">The name, as its owner writes it.</param>
/// <param name="IsHere">Whether they are there now.</param>
internal sealed record Person(string Name, bool IsHere = true);
