namespace Snug.Client;

/// <summary>The server understood and said no: the name is taken, the message is too long. The message is the server's reason.</summary>
public sealed class RefusedException(string reason) : ChatException(reason);
