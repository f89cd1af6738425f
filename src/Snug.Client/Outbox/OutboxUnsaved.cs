namespace Snug.Client;

/// <summary>
/// A message has left the outbox, but that could not be written down: after a restart it would be posted again with its nonce, which
/// changes nothing where it had been sent.
/// </summary>
/// <param name="Reason">Why the file cannot be written.</param>
public sealed record OutboxUnsaved(Exception Reason) : OutboxReport;
