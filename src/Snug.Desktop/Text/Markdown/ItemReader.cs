using System.Text;
using System.Text.RegularExpressions;

namespace Snug.Desktop.Text.Markdown;

/// <summary>Reads one item of a list: the line with its bullet, and those that go on with it.</summary>
internal sealed class ItemReader(string list, int start, int content)
{
    private readonly StringBuilder text = new();
    private int indent;
    private string line = "";
    private bool isBlank;
    private bool isLazy;
    private bool hasMoreLines;

    /// <summary>Where the item ends.</summary>
    public int End { get; private set; }

    /// <summary>The lines without the bullet and what they are indented by.</summary>
    public string Text => text.ToString();

    public void Read()
    {
        var bullet = content - start;
        line = Letters.ExpandIndent(Line(content), bullet);
        End = After(content);
        isBlank = Letters.IsBlank(line);
        if (!isBlank)
        {
            indent = line.AsSpan().IndexOfAnyExcept(' ');
            // Further in it would be indented code.
            if (indent > 4) indent = 1;
            text.Append(line.AsSpan(indent));
        }
        indent = isBlank ? bullet + 1 : indent + bullet;
        // An item begins with one blank line at most.
        if (isBlank && Line(End).AsSpan().IndexOfAnyExcept(' ', '\t') < 0) End = After(End);
        else while (End < list.Length && TakeLine()) { }
    }

    private string Line(int at) => list.IndexOf('\n', at) is >= 0 and var end ? list[at..end] : list[at..];

    private int After(int at) => list.IndexOf('\n', at) is >= 0 and var end ? end + 1 : list.Length;

    private bool TakeLine()
    {
        var next = Line(End);
        if (BeginsBlock(next) || Begins(BlockRules.IndentedQuote(), next)
            || Begins(BlockRules.IndentedBullet(), next) || Begins(BlockRules.IndentedRule(), next)) return false;

        var expanded = Letters.ExpandIndent(next);
        var isNextBlank = Letters.IsBlank(next);
        var spaces = expanded.AsSpan().IndexOfAnyExcept(' ');
        if (spaces >= indent || isNextBlank)
        {
            text.Append('\n').Append(From(expanded, indent));
            isLazy = false;
        }
        else
        {
            if (isBlank || !MayGoOn()) return false;
            text.Append('\n').Append(IsUnderline(next) ? "    " + expanded.TrimStart(' ') : next);
            isLazy = true;
        }
        hasMoreLines = true;
        isBlank = isNextBlank;
        End = After(End);
        line = From(expanded, indent);
        return true;
    }

    private static string From(string line, int indent) => indent < line.Length ? line[indent..] : "";

    // A line that is not indented goes on with a paragraph only.
    private bool MayGoOn()
    {
        if (InnermostOfFirstLine() is not { } block) return false;
        var isCode = block.Replace("\t", "    ", StringComparison.Ordinal).AsSpan().IndexOfAnyExcept(' ') >= 4;
        if (isCode || BeginsBlock(block) || Begins(BlockRules.IndentedRule(), block)) return false;
        if (isLazy) return true;
        var inner = BlockRules.NestedMarks().Replace(line, "");
        return !BlockRules.Fences().IsMatch(inner) && !BlockRules.Heading().IsMatch(inner) && !BlockRules.Rule().IsMatch(inner);
    }

    /// <summary>What the bullets and quotes that the first line begins with hold; null: nothing.</summary>
    private string? InnermostOfFirstLine()
    {
        var block = line;
        if (line.Contains('\t', StringComparison.Ordinal) || hasMoreLines) return block;
        while (!Begins(BlockRules.IndentedRule(), block) && BlockRules.NestedMark().Match(block) is { Success: true } mark)
            block = block[mark.Length..];
        return Letters.IsBlank(block) ? null : block;
    }

    private bool BeginsBlock(string at) =>
        Begins(BlockRules.IndentedFence(), at) || Begins(BlockRules.IndentedHeading(), at) || Begins(BlockRules.IndentedHtml(), at);

    private bool Begins(Regex block, string at) =>
        block.Match(at) is { Success: true } found && found.Groups[1].Length <= Math.Clamp(indent - 1, 0, 3);

    private bool IsUnderline(string next) =>
        next.AsSpan().TrimStart(' ') is ['=' or '-', ..] && BlockRules.Underlined().IsMatch($"{line}\n{next}");
}
