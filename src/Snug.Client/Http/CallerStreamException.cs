namespace Snug.Client;

// A stream of the caller's failed: carried past everything that takes stream faults for a lost server.
internal sealed class CallerStreamException(Exception inner) : Exception(inner.Message, inner);
