namespace Snug.Client;

/// <summary>The server will not take a message: it has left the outbox unsent, and the next goes on.</summary>
/// <param name="Post">What had been queued; it may be queued again, changed.</param>
/// <param name="Reason">The server's reason.</param>
public sealed record PostRefused(QueuedPost Post, RefusedException Reason) : OutboxReport;
