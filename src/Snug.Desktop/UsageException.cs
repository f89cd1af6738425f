namespace Snug.Desktop;

internal sealed class UsageException(string message) : Exception(message);
