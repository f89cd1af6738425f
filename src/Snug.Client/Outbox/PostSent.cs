namespace Snug.Client;

/// <summary>A message was sent, once.</summary>
/// <param name="Post">What had been queued.</param>
/// <param name="Message">The message as the server stored it.</param>
public sealed record PostSent(QueuedPost Post, Message Message) : OutboxReport;
