namespace Snug.Client;

/// <summary>How much an <see cref="Outbox"/> holds, and whom it tells.</summary>
public sealed record OutboxOptions
{
    /// <summary>The most messages that wait at once.</summary>
    public int Capacity { get; init; } = 100;

    /// <summary>Told what becomes of each message, in order, from any thread; must not throw, and is waited for.</summary>
    public IProgress<OutboxReport>? Reports { get; init; }
}
