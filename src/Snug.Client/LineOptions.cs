namespace Snug.Client;

/// <summary>How patient a <see cref="LineConnection"/> is.</summary>
public sealed record LineOptions
{
    /// <summary>The longest wait for a connection to be made.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait for a reply, from the moment its request is written.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The longest reply that is taken, in bytes. A server sends all that was said since the last request, so the default of
    /// 16 MiB is some hundred thousand messages.
    /// </summary>
    public int MaxReplyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The clock the waits are measured with.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
