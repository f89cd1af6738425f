namespace Snug.Client;

/// <summary>A message to be posted.</summary>
/// <param name="Text">
/// What is said; at most <see cref="SessionLimits.MessageLength"/> Unicode code points. It may be empty where there are attachments.
/// </param>
public sealed record NewMessage(string Text)
{
    /// <summary>
    /// A word of the sender's own for this message. Posting again with the same nonce posts once, for ever: so a post whose
    /// answer was lost can be repeated.
    /// </summary>
    public string? Nonce { get; init; }

    /// <summary>The id of the message that this one answers.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>The <see cref="Attachment.Id"/> of each file, uploaded before.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }
}
