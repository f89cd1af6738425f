using Snug.Client;

namespace Snug.Desktop.Model;

/// <summary>What is on its way to the server.</summary>
/// <param name="Message">What is said, with the ids of its files, also of those that were sent before the window was opened.</param>
/// <param name="Refusal">Why the server does not take it, in its words; null while it waits.</param>
internal sealed record Pending(NewMessage Message, string? Refusal = null)
{
    /// <summary>The files that it carries, as far as this window knows them.</summary>
    public IReadOnlyList<Attachment> Files { get; init; } = [];
}
