namespace Snug.Tests.Http.Audit;

/// <summary>A message as somebody heard it, or as its writer was told that it is stored.</summary>
/// <param name="Id">Its place in the one order; 0 for a reader by line, who is told none.</param>
internal sealed record Said(long Id, long Room, string From, string Text);
