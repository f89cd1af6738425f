namespace Snug.Client;

/// <summary>Something that an <see cref="Outbox"/> tells.</summary>
public abstract record OutboxReport;
