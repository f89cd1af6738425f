using Snug.Client;

namespace Snug.Desktop.View.Accounts;

/// <summary>What the person has said of themselves at the entry.</summary>
/// <param name="Server">Where the chat is.</param>
/// <param name="Entrance">The name, and what proves that one may use it.</param>
internal sealed record EntryGiven(Uri Server, Entrance Entrance);
