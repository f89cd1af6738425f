namespace Snug.Client;

/// <summary>
/// The server understood and said no: the name is taken, the message is too long, the posts come too fast. The message is the
/// server's reason. Nothing was done.
/// </summary>
public sealed class RefusedException(string reason, string? code = null, int? status = null, TimeSpan? retryAfter = null)
    : ChatException(reason)
{
    /// <summary>
    /// What was wrong, in a word that never changes, such as <c>name-taken</c> (docs/http-api.md lists them); null where the
    /// refusal had none: the line protocol has no codes, nor has what stands between a client and its server.
    /// </summary>
    public string? Code { get; } = code;

    /// <summary>The HTTP status, 400 to 499 or 503; null over the line protocol.</summary>
    public int? Status { get; } = status;

    /// <summary>How long the server asks to be left alone with this; null where it said nothing.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the same request may well be taken later: too early, too fast, or the server is busy (408, 425, 429, 503).</summary>
    public bool MayPass => Status is 408 or 425 or 429 or 503;
}
