namespace Snug.Client;

/// <summary>How patient a <see cref="ChatClient"/> is, and whom it tells of trouble.</summary>
public sealed record ChatOptions
{
    /// <summary>The longest wait for a connection to be made.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The longest wait for an answer to be there in full. Where a request asks the server to wait, its wait comes on top.
    /// </summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest that an upload or a download may stand still. As a whole each may take as long as it takes.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest answer that is taken, in bytes, uncompressed; downloads have their own bound.</summary>
    public int MaxAnswerBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Told why, each time that <see cref="ChatClient.ReadEventsAsync"/> failed to reach the server and will try again, and null
    /// once it is reached again: what a window shows as "reconnecting". Called from any thread; must not throw.
    /// </summary>
    public IProgress<ChatException?>? Trouble { get; init; }

    /// <summary>The clock the waits are measured with.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
