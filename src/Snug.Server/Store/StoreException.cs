namespace Snug.Server.Store;

/// <summary>The store cannot do what it is for: the message is one line for the operator.</summary>
internal sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
