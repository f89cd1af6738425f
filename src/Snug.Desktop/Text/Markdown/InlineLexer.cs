using System.Text;

namespace Snug.Desktop.Text.Markdown;

/// <summary>Reads what is within lines: emphasis, code, links.</summary>
internal sealed partial class InlineLexer(Budget budget)
{
    private readonly Budget budget = budget;

    // No address becomes a link within a link's text.
    private bool isInLink;
    private bool hasLink;

    public List<Inline> Read(string text) => new Run(this, text).Read();

    /// <summary>The text without the backslashes that take back a mark.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && Letters.IsMark(Letters.At(text, i + 1))) i++;
            plain.Append(text[i]);
        }
        return plain.ToString();
    }

    /// <summary>One text, from its beginning to its end.</summary>
    private sealed partial class Run(InlineLexer lexer, string text)
    {
        private readonly List<Inline> inlines = [];
        private readonly Delimiters delimiters = new(Mask.Of(text));
        private int at;
        // What stands before, where it was plain text; '\0' else.
        private char before;

        public List<Inline> Read()
        {
            while (at < text.Length)
            {
                var previous = before;
                before = '\0';
                if (Escape() || Link() || Bracket() || MarksThatCloseNothing()) continue;
                if (Emphasis(previous) || Code() || LineBreak() || Strike(previous) || BracketedAddress() || BareAddress()) continue;
                Plain(InlineRules.Text().Match(text, at).Length, previous);
            }
            return inlines;
        }

        private bool Take(int length, Inline inline)
        {
            Add(inline);
            at += length;
            return true;
        }

        private bool TakeText(int length) => Take(length, new Inline.Plain(text.Substring(at, length)));

        private void Add(Inline inline)
        {
            if (inline is Inline.Plain { Text: "" }) return;
            if (inline is Inline.Plain more && inlines.LastOrDefault() is Inline.Plain { Text: var last }) inlines[^1] = new Inline.Plain(last + more.Text);
            else inlines.Add(inline);
        }

        private void Plain(int length, char previous)
        {
            length = Math.Max(length, 1);
            var end = text[at + length - 1];
            before = end == '_' ? previous : end;
            TakeText(length);
        }

        private bool Escape()
        {
            if (text[at] != '\\' || at + 1 == text.Length) return false;
            // A shrug is no escape: ¯\_(ツ)_/¯ keeps its arm.
            if (text.AsSpan(at).StartsWith(@"\_(ツ)")) return TakeText(2);
            return char.IsAscii(text[at + 1]) && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1]))
                && Take(2, new Inline.Plain(text[at + 1].ToString()));
        }

        private bool MarksThatCloseNothing()
        {
            var mark = text[at];
            if (mark is not ('*' or '_' or '~') || delimiters.LastCloserOf(mark) > at) return false;
            TakeText(RunLength(at));
            before = mark;
            return true;
        }

        private bool Code()
        {
            if (CodeSpan.At(text, at) is not { } span) return false;
            return Take(span.Length, new Inline.Code(CodeSpan.TextOf(text.Substring(at, span.Length), span.Ticks)));
        }

        private bool LineBreak()
        {
            if (text[at] is not (' ' or '\\' or '\n')) return false;
            var line = at;
            if (text[at] == '\\') line++;
            else while (line < text.Length && text[line] == ' ') line++;
            if (line >= text.Length || text[line] != '\n' || Letters.IsBlank(text.AsSpan(line + 1))) return false;
            var end = line + 1;
            while (text[end] is ' ' or '\t') end++;
            // Two spaces or a backslash before it are marks; what indents the next line is text.
            Add(new Inline.Break());
            return Take(end - at, new Inline.Plain(text[(line + 1)..end]));
        }

        private int RunLength(int start)
        {
            var end = text.AsSpan(start).IndexOfAnyExcept(text[start]);
            return end < 0 ? text.Length - start : end;
        }
    }
}
