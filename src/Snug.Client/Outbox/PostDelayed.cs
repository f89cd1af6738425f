namespace Snug.Client;

/// <summary>A message could not be sent yet; it is tried again after a pause. Told after each try.</summary>
/// <param name="Post">What waits.</param>
/// <param name="Reason">Why it waits.</param>
public sealed record PostDelayed(QueuedPost Post, ChatException Reason) : OutboxReport;
