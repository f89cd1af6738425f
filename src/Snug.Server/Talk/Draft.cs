namespace Snug.Server.Talk;

/// <summary>A message somebody wants to post.</summary>
/// <param name="Text">What it says; may be empty only when it carries files.</param>
/// <param name="Nonce">The sender's own mark: the same one again posts nothing.</param>
/// <param name="ReplyTo">A message of the same room.</param>
/// <param name="Attachments">Ids of files that the sender has sent.</param>
internal sealed record Draft(string? Text = null, string? Nonce = null, long? ReplyTo = null, IReadOnlyList<string>? Attachments = null);
