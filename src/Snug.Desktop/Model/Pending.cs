using Snug.Client;

namespace Snug.Desktop.Model;

/// <summary>What is on its way to the server.</summary>
/// <param name="Nonce">By which it is known again when it arrives.</param>
/// <param name="ReplyTo">The id of the message that it answers.</param>
/// <param name="Refusal">Why the server does not take it, in its words; null while it waits.</param>
internal sealed record Pending(string Nonce, long? ReplyTo = null, string? Refusal = null)
{
    /// <summary>The files that it carries, as far as this window knows them.</summary>
    public IReadOnlyList<Attachment> Files { get; init; } = [];
}
