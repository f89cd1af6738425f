using System.Text;

namespace Snug.Desktop.Text.Markdown;

/// <summary>A text in which nothing within code, links and the like, and nothing behind a backslash, passes for a mark of emphasis.</summary>
internal static class Mask
{
    /// <returns>A text of the same length.</returns>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny('*', '_', '~') < 0) return text;
        return MaskBlocks(MaskEscapes(text));
    }

    private static string MaskEscapes(string text)
    {
        if (text.AsSpan().IndexOfAny('\\', '`') < 0) return text;
        var masked = new StringBuilder(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '`')
            {
                var span = CodeSpan.At(text, i);
                var ticks = span?.Ticks ?? CodeSpan.Ticks(text, i);
                if (span is { } code) masked.Replace('`', '+', i + ticks, code.Length - 2 * ticks);
                i += (span?.Length ?? ticks) - 1;
            }
            else if (text[i] == '\\' && i + 1 < text.Length && Letters.At(text, i + 1) is var next && Letters.IsMark(next))
            {
                var length = 1 + next.Utf16SequenceLength;
                for (var end = i + length; i < end; i++) masked[i] = '+';
                i--;
            }
        }
        return masked.ToString();
    }

    private static string MaskBlocks(string text)
    {
        if (text.AsSpan().IndexOfAny('[', '`', '<') < 0) return text;
        var masked = new StringBuilder(text);
        for (var found = InlineRules.Masked().Match(text); found.Success;)
        {
            var (start, length) = (found.Index, found.Length);
            if (text[start] == '<') length = TagAt(text, start);
            for (var i = start; i < start + length; i++) masked[i] = i == start ? '[' : i == start + length - 1 ? ']' : 'a';
            found = InlineRules.Masked().Match(text, start + Math.Max(length, 1));
        }
        return masked.ToString();
    }

    public static int TagAt(string text, int at) =>
        InlineRules.Tag().Match(text, at) is { Success: true } tag ? tag.Length
        : InlineRules.Bracketed().Match(text, at) is { Success: true } address ? address.Length : 0;
}
