namespace Snug.Desktop.Text.Markdown;

internal sealed partial class BlockLexer
{
    private BlockToken? TryQuote(string src) => BlockRules.QuoteBegin().IsMatch(src) ? budget.Deeper(() => Quote(src)) : null;

    private BlockToken? Quote(string src)
    {
        if (BlockRules.Quote().Match(src) is not { Success: true } found) return null;
        List<string> lines = [.. found.Value.TrimEnd('\n').Split('\n')];
        List<string> raw = [];
        List<BlockToken> tokens = [];
        while (lines.Count > 0)
        {
            // Up to a line that goes on without the mark.
            var taken = MarkedLines(lines);
            raw.AddRange(lines[..taken]);
            var wasTop = isTop;
            isTop = true;
            Read(WithoutMarks(string.Join('\n', lines[..taken])), tokens, continuesParagraph: true);
            isTop = wasTop;
            lines.RemoveRange(0, taken);
            if (lines.Count == 0 || tokens.LastOrDefault() is not { } inner) continue;

            if (inner.Kind is TokenKind.Code or TokenKind.Heading or TokenKind.Rule or TokenKind.Table) break;
            if (inner.Kind is not (TokenKind.Quote or TokenKind.List)) continue;
            var consumed = inner.Kind == TokenKind.Quote ? GoOnWithQuote(tokens, inner, lines) : GoOnWithList(tokens, inner, lines);
            raw.AddRange(lines[..consumed]);
            lines.RemoveRange(0, consumed);
            var isMarked = lines.Count > 0 && BlockRules.QuoteBegin().IsMatch(lines[0]);
            if (!isMarked && (inner.Kind == TokenKind.Quote || lines.Count > 0)) break;
        }
        return new(TokenKind.Quote, string.Join('\n', raw)) { Children = tokens };
    }

    private static int MarkedLines(List<string> lines)
    {
        var taken = 0;
        for (var isQuoted = false; taken < lines.Count; taken++)
        {
            if (BlockRules.QuoteBegin().IsMatch(lines[taken])) isQuoted = true;
            else if (isQuoted) break;
        }
        return taken;
    }

    private static string WithoutMarks(string lines)
    {
        lines = BlockRules.QuoteMarkAndTab().Replace(lines, mark =>
            mark.Groups[1].Value + Letters.ExpandTabs(mark.Groups[2].Value, mark.Groups[1].Length));
        return BlockRules.QuoteMark().Replace(BlockRules.QuotedUnderline().Replace(lines, "\n    $1"), "");
    }

    /// <returns>How many lines the quote within the quote has taken.</returns>
    private int GoOnWithQuote(List<BlockToken> tokens, BlockToken inner, List<string> lines)
    {
        var text = inner.Raw + '\n' + BlockRules.QuoteMark().Replace(string.Join('\n', lines), "");
        if (TryQuote(text) is not { } longer) return 0;
        tokens[^1] = longer;
        var left = text[longer.Raw.Length..];
        if (left.StartsWith('\n')) left = left[1..];
        return lines.Count - (left.Length > 0 ? left.AsSpan().Count('\n') + 1 : 0);
    }

    private int GoOnWithList(List<BlockToken> tokens, BlockToken inner, List<string> lines)
    {
        var text = inner.Raw + '\n' + string.Join('\n', lines);
        if (TryList(text) is not { } longer) return 0;
        tokens[^1] = longer;
        return longer.Raw.Length > inner.Raw.Length ? text[(inner.Raw.Length + 1)..longer.Raw.Length].AsSpan().Count('\n') + 1 : 0;
    }
}
