namespace Snug.Client;

/// <summary>An uploaded file.</summary>
public sealed record Attachment
{
    /// <summary>What <see cref="NewMessage.Attachments"/> names it by.</summary>
    public required string Id { get; init; }

    /// <summary>Where its bytes are, absolute or on the same server.</summary>
    public required string Url { get; init; }

    /// <summary>The file's name, without a folder.</summary>
    public required string Name { get; init; }

    /// <summary>The media type (RFC 6838), such as <c>image/png</c>, as the server saw it.</summary>
    public required string Type { get; init; }

    /// <summary>The file's length in bytes.</summary>
    public required long Size { get; init; }
}
