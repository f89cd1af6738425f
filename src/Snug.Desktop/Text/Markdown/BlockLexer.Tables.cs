namespace Snug.Desktop.Text.Markdown;

internal sealed partial class BlockLexer
{
    private static BlockToken? Table(string src)
    {
        var line = src.IndexOf('\n');
        if (line < 0 || !src.AsSpan(0, line).Contains('|')) return null;
        if (BlockRules.Table().Match(src) is not { Success: true } found) return null;
        var marks = found.Groups[2].Value;
        if (marks.AsSpan().IndexOfAny(':', '|') < 0) return null;

        var header = Cells(found.Groups[1].Value);
        if (marks.StartsWith('|')) marks = marks[1..];
        var withoutSpaces = marks.TrimEnd(' ');
        if (withoutSpaces.EndsWith('|')) marks = withoutSpaces[..^1];
        List<Alignment> columns = [.. marks.Split('|').Select(AlignmentOf)];
        if (header.Count != columns.Count) return null;

        var rows = Letters.TrimEnd(found.Groups[3].Value) is { Length: > 0 } ? RowsOf(found.Groups[3].Value) : [];
        return new(TokenKind.Table, found.Value.TrimEnd('\n'))
        {
            Columns = columns,
            Rows = [header, .. rows.Select(row => Fill(Cells(row), header.Count))],
        };
    }

    private static string[] RowsOf(string lines)
    {
        var end = lines.TrimEnd(' ', '\t');
        return (end.EndsWith('\n') ? end[..^1] : lines).Split('\n');
    }

    private static Alignment AlignmentOf(string mark) => mark.Trim(' ') switch
    {
        [':', .., ':'] => Alignment.Center,
        [':', ..] => Alignment.Left,
        [.., ':'] => Alignment.Right,
        _ => Alignment.None,
    };

    private static List<string> Fill(List<string> cells, int count)
    {
        while (cells.Count < count) cells.Add("");
        return cells[..count];
    }

    /// <summary>A row's cells. A stroke behind an odd number of backslashes is text.</summary>
    private static List<string> Cells(string row)
    {
        List<string> cells = [];
        var begin = 0;
        var slashes = 0;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '|' && slashes % 2 == 0)
            {
                cells.Add(row[begin..i]);
                begin = i + 1;
            }
            slashes = row[i] == '\\' ? slashes + 1 : 0;
        }
        cells.Add(row[begin..]);
        if (Letters.IsBlank(cells[0])) cells.RemoveAt(0);
        if (cells.Count > 0 && Letters.IsBlank(cells[^1])) cells.RemoveAt(cells.Count - 1);
        return [.. cells.Select(cell => Letters.Trim(cell).Replace("\\|", "|", StringComparison.Ordinal))];
    }
}
