namespace Snug.Desktop.Text.Markdown;

/// <summary>
/// Cuts a message into blocks. What chat has no use for it does not know: raw HTML, indented code, underlined headings and
/// definitions of links happen to people who mean none of them, and are shown as typed.
/// </summary>
internal sealed partial class BlockLexer(Budget budget)
{
    // Outside of lists, lines that follow each other are one paragraph.
    private bool isTop = true;
    private BlockToken? last;

    public List<BlockToken> Read(string text) => Read(text, [], continuesParagraph: false);

    private List<BlockToken> Read(string src, List<BlockToken> tokens, bool continuesParagraph)
    {
        var outerLast = last;
        BlockToken? lastParagraph = null;
        while (src.Length > 0)
        {
            last = tokens.LastOrDefault();
            var token = Space(src) ?? Fences(src) ?? Heading(src) ?? Rule(src)
                ?? TryQuote(src) ?? TryList(src) ?? Table(src);
            if (token is null && isTop)
            {
                token = Paragraph(src);
                var goesOn = last?.Kind == TokenKind.Paragraph && (continuesParagraph || last == lastParagraph);
                lastParagraph = goesOn ? last : token;
                continuesParagraph = false;
                if (goesOn) Append(last!, token);
                else tokens.Add(token);
            }
            else if (token is null)
            {
                token = Line(src);
                if (last?.Kind == TokenKind.Text) Append(last, token);
                else tokens.Add(token);
            }
            else if (token.Kind == TokenKind.Space && token.Raw.Length == 1 && last is not null) last.Raw += '\n';
            else tokens.Add(token);
            src = src[token.Raw.Length..];
        }
        isTop = true;
        last = outerLast;
        return tokens;
    }

    private static void Append(BlockToken to, BlockToken token)
    {
        to.Raw += (to.Raw.EndsWith('\n') ? "" : "\n") + token.Raw;
        to.Text += '\n' + token.Text;
    }

    private static BlockToken? Space(string src)
    {
        var end = 0;
        for (var i = 0; i < src.Length && src[i] is ' ' or '\t' or '\n'; i++)
        {
            if (src[i] == '\n') end = i + 1;
            else if (i + 1 == src.Length) end = src.Length;
        }
        return end > 0 ? new(TokenKind.Space, src[..end]) : null;
    }

    private static BlockToken? Fences(string src)
    {
        if (BlockRules.Fences().Match(src) is not { Success: true } found) return null;
        var content = found.Groups[3];
        var text = WithoutIndent(found.Value, content.Value);
        // The pattern leaves out the last line break, which a blank line before the end needs.
        if (content.Success && (text.Length == 0 || text.EndsWith('\n'))) text += '\n';
        return new(TokenKind.Code, found.Value) { Text = text, Language = LanguageOf(found.Groups[2].Value) };
    }

    // Lines are indented as far as the fence is.
    private static string WithoutIndent(string raw, string text)
    {
        var indent = raw.AsSpan().IndexOfAnyExcept(' ');
        if (indent <= 0 || !raw.AsSpan(indent).StartsWith("```")) return text;
        return string.Join('\n', text.Split('\n').Select(line =>
        {
            var spaces = 0;
            while (spaces < Math.Min(indent, line.Length) && Letters.IsSpace(line[spaces])) spaces++;
            return line[spaces..];
        }));
    }

    private static string LanguageOf(string info)
    {
        var unescaped = InlineLexer.Unescape(Letters.Trim(info));
        var words = Letters.Trim(unescaped);
        var end = 0;
        while (end < words.Length && !Letters.IsSpace(words[end])) end++;
        return words[..end].ToLowerInvariant();
    }

    private static BlockToken? Heading(string src)
    {
        if (BlockRules.Heading().Match(src) is not { Success: true } found) return null;
        var text = Letters.Trim(found.Groups[1].Value);
        var trimmed = text.TrimEnd('#');
        if (trimmed.Length < text.Length && (trimmed.Length == 0 || trimmed[^1] is ' ' or '\t')) text = Letters.Trim(trimmed);
        return new(TokenKind.Heading, found.Value.TrimEnd('\n')) { Text = text };
    }

    private static BlockToken? Rule(string src) =>
        BlockRules.Rule().Match(src) is { Success: true } found ? new(TokenKind.Rule, found.Value.TrimEnd('\n')) : null;

    private static BlockToken Paragraph(string src)
    {
        var raw = BlockRules.Paragraph().Match(src).Value;
        return new(TokenKind.Paragraph, raw) { Text = raw };
    }

    private static BlockToken Line(string src)
    {
        var line = FirstLine(src);
        return new(TokenKind.Text, line) { Text = line };
    }

    private static string FirstLine(string src) => src.IndexOf('\n') is >= 0 and var end ? src[..end] : src;
}
