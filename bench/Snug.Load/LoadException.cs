namespace Snug.Load;

/// <summary>Why there is nothing to measure, as a line for a person.</summary>
internal sealed class LoadException(string message) : Exception(message);
