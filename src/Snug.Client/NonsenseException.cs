namespace Snug.Client;

/// <summary>
/// What answered does not speak as a Snug server does. A connection of the line protocol is closed; over HTTP, what was asked may
/// or may not have been done.
/// </summary>
public sealed class NonsenseException(string message, Exception? inner = null) : ChatException(message, inner);
