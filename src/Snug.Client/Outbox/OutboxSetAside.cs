namespace Snug.Client;

/// <summary>The file could not be read, so it was put aside and the outbox begins empty.</summary>
/// <param name="File">Where the unreadable file is now.</param>
/// <param name="Reason">What was wrong with it.</param>
public sealed record OutboxSetAside(string File, string Reason) : OutboxReport;
