namespace Snug.Client;

/// <summary>
/// The server could not be reached, the connection to it ended, or it failed within (an HTTP status of 500 and above, but for
/// 503). What was asked may or may not have been done.
/// </summary>
public sealed class ServerLostException(string message, Exception? inner = null) : ChatException(message, inner);
