using System.Buffers;
using System.Globalization;
using System.Text;

namespace Snug.Server.Talk;

/// <summary>What may be said: not nothing, not too much, no control characters but line breaks and tabs.</summary>
internal static class MessageText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Unwanted = SearchValues.Create([.. Enumerable.Range(0, 0x100).Select(c => (char)c).Where(IsUnwanted)]);

    /// <param name="utf8">The text as it came.</param>
    /// <param name="limit">The most code points it may have.</param>
    public static Answer<string> Read(ReadOnlySpan<byte> utf8, int limit)
    {
        try
        {
            return Read(Strict.GetString(utf8), limit);
        }
        catch (DecoderFallbackException)
        {
            return Refusal.NotText;
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, int)"/>
    public static Answer<string> Read(string? text, int limit)
    {
        if (text is null) return Refusal.EmptyText;
        text = text.ReplaceLineEndings("\n");
        if (text.AsSpan().ContainsAny(Unwanted)) text = string.Concat(text.Where(c => !IsUnwanted(c)));
        if (HasLoneSurrogate(text)) return Refusal.NotText;
        if (ShowsNothing(text)) return Refusal.EmptyText;

        var length = CountCodePoints(text);
        return length > limit ? Refusal.TextTooLong(length, limit) : text;
    }

    /// <summary>A short text on one line, such as a room's name: trimmed, composed, without control characters.</summary>
    /// <returns>Null when it is too long or no text.</returns>
    public static string? ReadLine(string text, int limit)
    {
        if (text.Length > limit * 4 || HasLoneSurrogate(text) || text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') >= 0) return null;
        var line = Protocol.LineText.OneLine(text).Trim().Normalize(NormalizationForm.FormC);
        return CountCodePoints(line) <= limit ? line : null;
    }

    // Spaces, invisible marks, and the letters and patterns that are blank.
    private static bool ShowsNothing(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    /// <summary>Whether nobody would see anything of it.</summary>
    public static bool ShowsNothing(string text) => text.EnumerateRunes().All(ShowsNothing);

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    // Half of a pair is no character; reading by code points turns it into U+FFFD, which may also stand there by itself.
    private static bool HasLoneSurrogate(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0
        && text.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar) != text.Count(c => c == '\uFFFD');

    private static int CountCodePoints(string text) =>
        text.AsSpan().ContainsAnyInRange('\uDC00', '\uDFFF') ? text.Length - text.Count(char.IsLowSurrogate) : text.Length;
}
