using System.Globalization;
using System.Text;

namespace Snug.Server.Talk;

/// <summary>What may be said: not nothing, not too much, no control characters but line breaks and tabs.</summary>
internal static class MessageText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="utf8">The text as it came.</param>
    /// <param name="limit">The most code points it may have.</param>
    public static Answer<string> Read(ReadOnlySpan<byte> utf8, int limit)
    {
        string text;
        try
        {
            text = Strict.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return Refusal.NotText;
        }

        if (text.Any(IsUnwanted)) text = string.Concat(text.Where(c => !IsUnwanted(c)));
        if (text.EnumerateRunes().All(ShowsNothing)) return Refusal.EmptyText;

        var length = CountCodePoints(text);
        return length > limit ? Refusal.TextTooLong(length, limit) : text;
    }

    // Spaces, invisible marks, and the letters and patterns that are blank.
    private static bool ShowsNothing(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    // Decoded from valid UTF-8, every low surrogate is the second half of a code point.
    private static int CountCodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
