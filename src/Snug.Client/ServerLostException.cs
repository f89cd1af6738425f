namespace Snug.Client;

/// <summary>The server could not be reached, or the connection to it ended. What was asked may or may not have been done.</summary>
public sealed class ServerLostException(string message, Exception? inner = null) : ChatException(message, inner);
