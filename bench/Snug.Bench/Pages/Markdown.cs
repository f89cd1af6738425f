namespace Snug.Bench.Pages;

/// <summary>What the page is made of.</summary>
internal static class Markdown
{
    /// <summary>A table.</summary>
    /// <param name="headings">Of the columns; those of all but the first <paramref name="words"/> are numbers, and stand to the right.</param>
    /// <param name="words">How many columns have words.</param>
    public static IEnumerable<string> Table(IReadOnlyList<string> headings, int words, IEnumerable<IEnumerable<string>> rows) =>
        [Row(headings), Row(headings.Select((_, i) => i < words ? "---" : "---:")), .. rows.Select(Row)];

    // What a cell says cannot end it.
    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
