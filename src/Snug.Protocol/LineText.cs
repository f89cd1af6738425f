using System.Text;
using System.Text.RegularExpressions;

namespace Snug.Protocol;

/// <summary>How a message's text is shown to line clients: on one line, with nothing in it that could pass for a speaker.</summary>
public static partial class LineText
{
    /// <summary>The text as a line client sees it: <see cref="OneLine"/>, and <c>&lt;cindy&gt;</c> becomes <c>‹cindy›</c>.</summary>
    public static string Show(string text)
    {
        var line = OneLine(text);
        return line.Contains('<', StringComparison.Ordinal) ? Speaker().Replace(line, "‹$1›") : line;
    }

    /// <summary>
    /// The text on one line: each line break and tab becomes one space; other control characters and the marks that turn
    /// the direction of writing are dropped.
    /// </summary>
    public static string OneLine(string text) => NeedsFlattening().IsMatch(text) ? Flatten(text) : text;

    private static string Flatten(string text)
    {
        var flat = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (c is '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029') flat.Append(' ');
            else if (!char.IsControl(c) && !TurnsDirection(c)) flat.Append(c);
        }
        return flat.ToString();
    }

    // Explicit embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX #9): on a shared line they would
    // rearrange what others said. Plain right-to-left text needs none of them.
    private static bool TurnsDirection(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex NeedsFlattening();

    // Any space but the common one may be as thin as nothing.
    [GeneratedRegex("<([^<> ]+)>")]
    private static partial Regex Speaker();
}
