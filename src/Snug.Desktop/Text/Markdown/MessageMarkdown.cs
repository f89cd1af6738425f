namespace Snug.Desktop.Text.Markdown;

/// <summary>A message read as Markdown: the same subset, and the same answers, as the page's (tests/markdown-cases.json).</summary>
internal static class MessageMarkdown
{
    /// <summary>Beyond this many UTF-16 units a text is shown as it is; the server lets 4,000 code points be said at once.</summary>
    private const int Longest = 10_000;

    /// <summary>Nobody means so many: reading each line may look at all that follow.</summary>
    private const int MostLines = 1_000;

    public static IReadOnlyList<Block> Read(string text)
    {
        IReadOnlyList<Block> asTyped = [new Block.Paragraph([new Inline.Plain(text)])];
        if (text.Length > Longest || text.AsSpan().Count('\n') >= MostLines) return asTyped;

        var budget = new Budget();
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var tokens = new BlockLexer(budget).Read(lines);
        var blocks = new BlockBuilder(new InlineLexer(budget)).Build(tokens);
        // Marks alone (`#`, `>`) would show nothing.
        return Letters.IsBlank(PlainText.Of(blocks)) && !blocks.Any(block => block is Block.Rule) ? asTyped : blocks;
    }
}
