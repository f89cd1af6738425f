using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Snug.Desktop.Text.Links;

/// <summary>A host as browsers understand it, whatever way it is written.</summary>
internal static class WebHost
{
    private static readonly IdnMapping Names = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <returns>Null for what is no host.</returns>
    public static string? Of(string written)
    {
        if (written is ['[', .., ']']) return Sixth(written[1..^1]);
        if (Ascii(PercentEncoding.Decode(written)) is not { Length: > 0 } host) return null;
        if (host.Any(c => c is <= ' ' or '\x7f' or '%' || "#/:<>?@[\\]^|".Contains(c, StringComparison.Ordinal))) return null;
        return EndsInNumber(host) ? Fourth(host) : host;
    }

    private static string? Ascii(string host)
    {
        if (System.Text.Ascii.IsValid(host) && !host.Contains("xn--", StringComparison.OrdinalIgnoreCase)) return host.ToLowerInvariant();
        try
        {
            return Names.GetAscii(System.Text.Ascii.IsValid(host) ? Names.GetUnicode(host) : host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Sixth(string written) =>
        !written.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(written, out var address)
            && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : null;

    private static bool EndsInNumber(string host)
    {
        var parts = host.Split('.');
        var last = parts is [.., _, ""] ? parts[^2] : parts[^1];
        return last.Length > 0 && (last.All(char.IsAsciiDigit)
            || last.StartsWith("0x", StringComparison.Ordinal) && last.AsSpan(2).IndexOfAnyExceptInRange('0', 'f') < 0 && NumberOf(last) is not null);
    }

    // 0x7f.1 and 2130706433 are 127.0.0.1.
    private static string? Fourth(string host)
    {
        var parts = host.Split('.');
        if (parts is [.., _, ""]) parts = parts[..^1];
        if (parts.Length > 4) return null;
        var numbers = parts.Select(NumberOf).ToList();
        if (numbers.Any(number => number is null) || numbers.SkipLast(1).Any(number => number > 255)) return null;
        if (numbers[^1] >= 1L << (8 * (5 - numbers.Count))) return null;
        var address = numbers[^1]!.Value;
        for (var i = 0; i < numbers.Count - 1; i++) address += numbers[i]!.Value << (8 * (3 - i));
        return string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{address >> 16 & 255}.{address >> 8 & 255}.{address & 255}");
    }

    /// <summary>A number as C writes it: hexadecimal behind 0x, octal behind 0.</summary>
    private static long? NumberOf(string part)
    {
        if (part.Length == 0) return null;
        var (digits, radix) = part.StartsWith("0x", StringComparison.Ordinal) ? (part[2..], 16) : part is ['0', _, ..] ? (part[1..], 8) : (part, 10);
        var number = 0L;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix) return null;
            number = Math.Min(number * radix + digit, 1L << 33);
        }
        return number;
    }
}
