namespace Snug.Desktop.Text.Markdown;

/// <summary>Code within a line: between two runs of as many backticks.</summary>
internal static class CodeSpan
{
    /// <returns>Its length with the backticks, and how many these are; nothing where none begins at <paramref name="at"/>.</returns>
    public static (int Length, int Ticks)? At(string text, int at)
    {
        if (at >= text.Length || text[at] != '`') return null;
        var ticks = Ticks(text, at);
        for (var i = text.IndexOf('`', at + ticks); i >= 0;)
        {
            var run = Ticks(text, i);
            if (run == ticks) return (i + run - at, ticks);
            i = text.IndexOf('`', i + run);
        }
        return null;
    }

    public static string TextOf(string span, int ticks)
    {
        var text = span[ticks..^ticks].Replace('\n', ' ');
        return text is [' ', .., ' '] && text.AsSpan().ContainsAnyExcept(' ') ? text[1..^1] : text;
    }

    public static int Ticks(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAnyExcept('`');
        return end < 0 ? text.Length - at : end;
    }
}
