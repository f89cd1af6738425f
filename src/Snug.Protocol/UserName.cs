using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Snug.Protocol;

/// <summary>
/// What a person is called in the chat: 1 to 32 letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, beginning with a letter
/// or a digit. Letters and digits are those of Unicode (categories L and Nd); the length counts code points of the NFC form.
/// Two names are equal when they differ in nothing but case.
/// </summary>
public sealed class UserName : IEquatable<UserName>
{
    /// <summary>The most code points a name may have.</summary>
    public const int MaxLength = 32;

    private UserName(string value)
    {
        Value = value;
        // Upper case first: it folds pairs that lower case alone keeps apart, such as the two small sigmas.
        Key = value.ToUpperInvariant().ToLowerInvariant();
    }

    /// <summary>The name as its owner writes it, in NFC.</summary>
    public string Value { get; }

    /// <summary>The name without its case: what is compared and sorted by.</summary>
    public string Key { get; }

    /// <summary>Reads a name; false when the text is not one. Never throws.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UserName? name)
    {
        name = null;
        // A code point of NFC comes from at most a handful of UTF-16 units; the bound keeps hostile input from being normalised.
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength * 8 || HasLoneSurrogate(text)) return false;

        // Judged before it is composed too: what is no character at all cannot be composed.
        if (text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned)) return false;
        var composed = text.Normalize(NormalizationForm.FormC);
        if (!IsWellFormed(composed)) return false;

        name = new UserName(composed);
        return true;
    }

    public bool Equals(UserName? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as UserName);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }

    private static bool IsWellFormed(string text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isPlain = (Rune.IsLetter(rune) && !IsInvisible(rune)) || Rune.IsDigit(rune);
            var isMark = rune.Value is '_' or '-' or '.';
            if (!isPlain && (length == 0 || !isMark)) return false;
            if (++length > MaxLength) return false;
        }
        return length > 0;
    }

    // The fillers of Hangul count as letters, but show as nothing: cindy with one behind would pass for cindy.
    private static bool IsInvisible(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
