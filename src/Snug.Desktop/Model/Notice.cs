namespace Snug.Desktop.Model;

/// <summary>Something that the program tells its reader and nobody said, such as a lost connection.</summary>
/// <param name="Key">What it is found by.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Detail">What follows from it for the reader.</param>
/// <param name="Unsent">The text of a message that did not, or may not, get through, for its author to copy.</param>
internal sealed record Notice(string Key, DateTimeOffset At, string Title, string? Detail = null, string? Unsent = null) : Line(Key, At);
