namespace Snug.Client;

/// <summary>What answered does not speak the line protocol. The connection is closed.</summary>
public sealed class NonsenseException(string message) : ChatException(message);
