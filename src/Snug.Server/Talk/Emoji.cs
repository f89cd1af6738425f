using System.Globalization;
using System.Text;

namespace Snug.Server.Talk;

/// <summary>What can be a reaction.</summary>
internal static class Emoji
{
    // The longest in use, families and flags with skin tones, have some thirty units.
    private const int LongestUnits = 40;

    /// <summary>Whether the text is one symbol as a reader sees it, and none of the letters and signs that texts are made of.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= LongestUnits
        && StringInfo.GetNextTextElementLength(text) == text.Length
        && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
        && (text.Contains('\u20E3', StringComparison.Ordinal) || IsSymbol(text.EnumerateRunes().First(), text.Contains('\uFE0F', StringComparison.Ordinal)));

    // A few are punctuation that is asked to look like an emoji: ‼️ and its like.
    private static bool IsSymbol(Rune rune, bool asEmoji) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol => true,
        UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation => asEmoji && !rune.IsAscii,
        _ => false,
    };
}
