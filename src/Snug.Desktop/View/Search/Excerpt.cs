using System.Security;
using System.Text;

namespace Snug.Desktop.View.Search;

/// <summary>The part of a message in which something was found, as Pango markup with the finds in bold.</summary>
internal static class Excerpt
{
    // Three lines of the pane; a little of what stands before the find tells what it is about.
    private const int Longest = 200, Before = 40;

    public static string Mark(string text, string words)
    {
        var line = OneLine(text);
        var first = words.Length == 0 ? -1 : line.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        var begin = first > Before + words.Length ? Whole(line, first - Before) : 0;
        var end = Whole(line, Math.Min(line.Length, begin + Math.Max(Longest, Before + words.Length)));
        var markup = new StringBuilder(begin > 0 ? "…" : "");
        for (var at = begin; at < end;)
        {
            var found = words.Length == 0 ? -1 : line.IndexOf(words, at, end - at, StringComparison.OrdinalIgnoreCase);
            markup.Append(SecurityElement.Escape(line[at..(found < 0 ? end : found)]));
            if (found < 0) break;
            at = found + words.Length;
            markup.Append("<b>").Append(SecurityElement.Escape(line[found..at])).Append("</b>");
        }
        return markup.Append(end < line.Length ? "…" : "").ToString();
    }

    // Markup has no place for control characters, and a line break would cost one of three lines.
    private static string OneLine(string text) => string.Create(text.Length, text, (line, from) =>
    {
        for (var i = 0; i < from.Length; i++) line[i] = char.IsControl(from[i]) ? ' ' : from[i];
    });

    // Never between the two halves of a character.
    private static int Whole(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}
