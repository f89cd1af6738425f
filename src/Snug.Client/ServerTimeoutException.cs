namespace Snug.Client;

/// <summary>The server did not answer in time. The connection is closed, and what was asked may or may not have been done.</summary>
public sealed class ServerTimeoutException(string message) : ChatException(message);
