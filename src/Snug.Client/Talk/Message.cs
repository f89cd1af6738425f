namespace Snug.Client;

/// <summary>Something that was said in a room.</summary>
public sealed record Message
{
    /// <summary>Grows in the one order of the whole chat.</summary>
    public required long Id { get; init; }

    /// <summary>The <see cref="Snug.Client.Room.Id"/> of the room.</summary>
    public required long Room { get; init; }

    /// <summary>Who said it.</summary>
    public required Sender From { get; init; }

    /// <summary>When the server took it, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was said. It may have several lines, and may be empty where there are attachments.</summary>
    public required string Text { get; init; }

    /// <summary>The nonce that its sender gave it, where the server tells it.</summary>
    public string? Nonce { get; init; }

    /// <summary>When it was last changed, in UTC; null while it never was.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The id of the message that it answers.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>Pictures, sounds and other files, in the sender's order.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>What others answered with a single emoji.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = [];
}
