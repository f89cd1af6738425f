namespace Snug.Client;

/// <summary>Why a request to a chat server did not do what was asked; the message is written for the person at the window.</summary>
public abstract class ChatException(string message, Exception? inner = null) : Exception(message, inner);
