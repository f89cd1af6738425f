using System.Buffers;
using System.Globalization;
using System.Text;

namespace Snug.Protocol;

/// <summary>One message as a <c>MSGS:</c> line carries it: <c> &lt;name&gt;text</c>.</summary>
/// <param name="From">Who said it.</param>
/// <param name="Text">What was said, as <see cref="LineText.Show"/> shows it: one line, no control characters, no <c>&lt;name&gt;</c>.</param>
public sealed record LineMessage(string From, string Text)
{
    /// <summary>The bytes of <c> &lt;name&gt;text</c>; the text is passed through <see cref="LineText.Show"/>.</summary>
    public static byte[] Encode(string from, string text) => Encoding.UTF8.GetBytes($" <{from}>{OnItsOwn(LineText.Show(text))}");

    /// <summary>
    /// Reads what stands behind <c>MSGS:</c>. A message begins at each <c> &lt;name&gt;</c> whose name is a
    /// <see cref="UserName"/>; a server lets no text contain one.
    /// </summary>
    /// <exception cref="FormatException">The body is neither empty nor begins with a message.</exception>
    public static IReadOnlyList<LineMessage> ParseAll(string body)
    {
        if (body.Length == 0) return [];

        var messages = new List<LineMessage>();
        var at = FindHead(body, 0);
        if (at?.Start != 0) throw new FormatException("the messages do not begin with a speaker's <name>");

        while (at is { } head)
        {
            var next = FindHead(body, head.End);
            messages.Add(new(head.Name, body[head.End..(next?.Start ?? body.Length)]));
            at = next;
        }
        return messages;
    }

    // A mark that combines with the letter before it would combine with the bracket; it is shown on a dotted circle, as is usual.
    private static string OnItsOwn(string text) =>
        text.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(text, 0) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            ? "\u25CC" + text
            : text;

    private static (int Start, int End, string Name)? FindHead(string body, int from)
    {
        for (var start = body.IndexOf(" <", from, StringComparison.Ordinal); start >= 0;
             start = body.IndexOf(" <", start + 1, StringComparison.Ordinal))
        {
            var close = body.AsSpan(start + 2).IndexOfAny(NameEnd);
            if (close > 0 && body[start + 2 + close] == '>' && UserName.TryParse(body.Substring(start + 2, close), out var name))
                return (start, start + 3 + close, name.Value);
        }
        return null;
    }

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" <>");
}
