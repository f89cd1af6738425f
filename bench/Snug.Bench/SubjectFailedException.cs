namespace Snug.Bench;

/// <summary>A server did not do what the scenario asks of it, which is a result too: the table says why, and the suite goes on.</summary>
internal sealed class SubjectFailedException(string why) : Exception(why);
