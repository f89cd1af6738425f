namespace Snug.Tests.Many.Audit;

/// <summary>A message as somebody heard it, or as the history of its room has it. What it says is who said it and their number of it.</summary>
/// <param name="Id">Its place in the one order.</param>
/// <param name="Room">Where it was said.</param>
/// <param name="From">Who said it.</param>
/// <param name="Number">Which of the things that they said.</param>
internal readonly record struct Said(long Id, long Room, string From, int Number)
{
    public override string ToString() => $"{Id} \"{From} {Number}\" in {Room}";
}
