using System.Text.Json.Serialization;

namespace Snug.Server.Store;

/// <summary>A message as it stands now.</summary>
internal sealed record MessageRecord
{
    /// <summary>The id of the event that brought it.</summary>
    public required long Id { get; init; }

    public required long Room { get; init; }

    public required UserRef From { get; init; }

    public required DateTime At { get; init; }

    public required string Text { get; init; }

    /// <summary>The sender's own mark: the same one again is the same message again.</summary>
    public string? Nonce { get; init; }

    public DateTime? EditedAt { get; init; }

    public long? ReplyTo { get; init; }

    public IReadOnlyList<UploadRecord> Attachments { get; init; } = [];

    public IReadOnlyList<ReactionRecord> Reactions { get; init; } = [];
}

/// <summary>An emoji and the names of those who gave it.</summary>
internal sealed record ReactionRecord(string Emoji, IReadOnlyList<string> Users);

/// <summary>A file that somebody sent.</summary>
/// <param name="Id">A name that cannot be guessed.</param>
/// <param name="Name">What its sender calls it.</param>
/// <param name="Type">Its media type, as its bytes tell.</param>
/// <param name="Size">In bytes.</param>
internal sealed record UploadRecord(string Id, string Name, string Type, long Size)
{
    public string Url => $"/api/uploads/{Id}/{Uri.EscapeDataString(Name)}";

    /// <summary>SHA-256 of the bytes, in hexadecimal: the name of the file that holds them.</summary>
    [JsonIgnore]
    public string Hash { get; init; } = "";

    /// <summary>Who sent it.</summary>
    [JsonIgnore]
    public long User { get; init; }

    /// <summary>The room of the message that carries it; null until one does.</summary>
    [JsonIgnore]
    public long? Room { get; init; }
}
