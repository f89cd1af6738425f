using System.Globalization;
using System.Text;

namespace Snug.Desktop.Text.Markdown;

/// <summary>The kinds of characters as the page's JavaScript sorts them: .NET has other spaces.</summary>
internal static class Letters
{
    /// <summary>What <c>\s</c> stands for on the page, to be put between brackets in a pattern.</summary>
    public const string Space = @"\t\n\v\f\r\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

    private static readonly char[] Spaces =
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i).Where(IsSpace)];

    public static bool IsSpace(char c) => c is >= '\t' and <= '\r' or ' ' or '\u00a0' or '\u1680' or >= '\u2000' and <= '\u200a'
        or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000' or '\ufeff';

    public static bool IsBlank(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Spaces) < 0;

    public static string Trim(string text) => text.Trim(Spaces);

    public static string TrimEnd(string text) => text.TrimEnd(Spaces);

    /// <summary>Punctuation and symbols, the categories P and S.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
        or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol;

    public static bool IsMarkOrSpace(char c) => IsSpace(c) || Rune.TryCreate(c, out var rune) && IsMark(rune);

    /// <summary>The character that begins here; a half without its other half counts as a letter.</summary>
    public static Rune At(string text, int index) =>
        Rune.TryGetRuneAt(text, index, out var rune) ? rune : new Rune('x');

    public static Rune Before(string text, int index) =>
        index > 1 && char.IsSurrogatePair(text[index - 2], text[index - 1]) ? At(text, index - 2) : At(text, index - 1);

    /// <summary>Spaces for the tabs of a line's beginning, which starts at a column.</summary>
    public static string ExpandTabs(string indent, int column = 0)
    {
        var spaces = new StringBuilder();
        foreach (var c in indent)
        {
            var width = c == '\t' ? 4 - (column + spaces.Length) % 4 : 1;
            spaces.Append(c == '\t' ? ' ' : c, width);
        }
        return spaces.ToString();
    }

    /// <summary>The line with spaces for the tabs that it is indented with.</summary>
    public static string ExpandIndent(string line, int column = 0)
    {
        var end = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        if (end < 0) end = line.Length;
        return ExpandTabs(line[..end], column) + line[end..];
    }
}
