namespace Snug.Client;

/// <summary>
/// The server did not answer in time. What was asked may or may not have been done, and a connection of the line protocol is
/// closed.
/// </summary>
public sealed class ServerTimeoutException(string message) : ChatException(message);
