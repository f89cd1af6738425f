namespace Snug.Client;

/// <summary>The session has ended: nothing more is sent. What waits stays in the file, for an outbox of the same user.</summary>
/// <param name="Reason">The server's refusal, with the status 401.</param>
public sealed record OutboxStopped(RefusedException Reason) : OutboxReport;
