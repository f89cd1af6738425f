using System.Globalization;
using System.Text;

namespace Snug.Desktop.Text.Links;

internal static class PercentEncoding
{
    /// <summary>Spells out control characters, everything beyond ASCII, and the given signs; what is spelled out already stays.</summary>
    public static string Encode(string text, string signs)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (b is > 0x1f and < 0x7f && !signs.Contains((char)b, StringComparison.Ordinal)) encoded.Append((char)b);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        return encoded.ToString();
    }

    /// <returns>Null where it is spelled wrongly.</returns>
    public static string? TryDecode(string text)
    {
        for (var i = text.IndexOf('%'); i >= 0; i = text.IndexOf('%', i + 1))
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return null;
        var decoded = Decode(text);
        return decoded.Contains('\ufffd', StringComparison.Ordinal) ? null : decoded;
    }

    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        List<byte> bytes = [];
        var source = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '%' && i + 2 < source.Length && char.IsAsciiHexDigit((char)source[i + 1]) && char.IsAsciiHexDigit((char)source[i + 2]))
            {
                bytes.Add(byte.Parse(source.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
            }
            else bytes.Add(source[i]);
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
