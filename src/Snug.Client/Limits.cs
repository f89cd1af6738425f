namespace Snug.Client;

/// <summary>The bounds that no option changes, each with its reason.</summary>
internal static class Limits
{
    /// <summary>Seconds that a poll asks to wait, before the spread: half of what a server allows, and less than proxies' usual minute.</summary>
    public const int PollWait = 25;

    /// <summary>How far a poll's wait may lie from <see cref="PollWait"/>, so that clients released together do not stay together.</summary>
    public const double Spread = 0.2;

    /// <summary>The shortest and the longest pause after a failure: a restart is over in a second, an outage is not prolonged by knocking.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The longest Retry-After that is honoured: a wrong one must not silence a client for a day.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of a refusal that are read: a title, a sentence and a code.</summary>
    public const int RefusalBytes = 64 * 1024;

    /// <summary>Characters of a server's reason that are shown to a person.</summary>
    public const int ReasonLength = 300;

    /// <summary>Bytes moved at once in uploads and downloads: few enough for a smooth progress bar on a slow line.</summary>
    public const int Chunk = 64 * 1024;

    /// <summary>An upload from this size on asks before it sends, so that a refusal costs no transfer.</summary>
    public const int AsksFirst = 64 * 1024;

    /// <summary>Random bits of a nonce, in bytes: two never meet.</summary>
    public const int NonceBytes = 16;

    /// <summary>UTF-16 units of a text that waits in an outbox: above any server's limit, and it keeps the outbox's file small.</summary>
    public const int QueuedText = 64 * 1024;

    /// <summary>Bytes of an outbox's file: it is written anew for each message, and thousands of common ones fit.</summary>
    public const int OutboxFile = 8 * 1024 * 1024;
}
