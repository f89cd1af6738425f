namespace Snug.Desktop.Model;

/// <summary>A change of a conversation's lines: behind the first <paramref name="At"/> of them so many went, and so many came.</summary>
internal readonly record struct Splice(int At, int Removed, IReadOnlyList<Line> Added)
{
    /// <summary>One line is still the same, and looks different now.</summary>
    public bool IsRefresh { get; init; }
}
