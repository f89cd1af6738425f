using System.Text.Unicode;

namespace Snug.Server.Talk;

/// <summary>
/// What a file is, told from its first bytes alone, so that nobody's browser runs what was called a picture. The signatures
/// are those of the WHATWG MIME Sniffing standard (https://mimesniff.spec.whatwg.org); what it does not tell apart, tracks of
/// sound and of pictures, is looked up as ISO/IEC 14496-12 (MP4), RFC 9559 (Matroska, WebM) and RFC 3533 (Ogg) have it.
/// </summary>
internal static class FileType
{
    public const string Unknown = "application/octet-stream", Text = "text/plain";

    /// <summary>Whether a browser shows or plays it in its place. Everything else is only ever saved.</summary>
    public static bool IsShown(string type) => type.Split('/')[0] is "image" or "audio" or "video";

    /// <param name="head">The first <see cref="Limits.SniffedBytes"/> of the file, or all of it.</param>
    /// <param name="declared">What its sender takes it for: asked only whether a container holds a film or a sound.</param>
    public static string Of(ReadOnlySpan<byte> head, string? declared) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, .. var form] => OfRiff(form),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfIsoMedia(head, declared),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => OfMatroska(head, declared),
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0, ..] => OfOgg(head, declared),
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "audio/flac",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "audio/mpeg",
        [0xFF, var second, var third, ..] when IsMp3Frame(second, third) => "audio/mpeg",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        _ => IsPlainText(head) ? Text : Unknown,
    };

    private static string OfRiff(ReadOnlySpan<byte> form) =>
        form.StartsWith("WEBP"u8) ? "image/webp"
        : form.StartsWith("WAVE"u8) ? "audio/wav"
        : Unknown;

    // The first box names the brands that the file conforms to, the major one first; each has four letters.
    private static string OfIsoMedia(ReadOnlySpan<byte> head, string? declared)
    {
        var length = (int)Math.Min(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        if (length < 16) return Unknown;
        var brands = head[8..length];
        if (HasBrand(brands, "avif"u8) || HasBrand(brands, "avis"u8)) return "image/avif";
        if (HasBrand(brands, "heic"u8) || HasBrand(brands, "heix"u8) || HasBrand(brands, "mif1"u8)) return Unknown;
        if (brands.StartsWith("M4A "u8) || brands.StartsWith("M4B "u8)) return "audio/mp4";
        if (brands.StartsWith("qt  "u8)) return "video/quicktime";
        // A track says in its handler box whether it is video or sound; it may stand at the end of the file.
        if (head.IndexOf("hdlr\0\0\0\0\0\0\0\0vide"u8) >= 0) return "video/mp4";
        return HasBrand(brands, "mp4"u8) || HasBrand(brands, "iso"u8) || HasBrand(brands, "avc1"u8) || HasBrand(brands, "dash"u8) || HasBrand(brands, "M4V "u8)
            ? IsDeclared(declared, "audio/mp4", "audio/x-m4a", "audio/m4a") ? "audio/mp4" : "video/mp4"
            : Unknown;
    }

    private static bool HasBrand(ReadOnlySpan<byte> brands, ReadOnlySpan<byte> beginning)
    {
        for (var at = 0; at + 4 <= brands.Length; at += 4)
            if (brands[at..].StartsWith(beginning)) return true;
        return false;
    }

    // The document's type stands in the header, what a track is in its codec's name: element 0x86, its length, "V_…" or "A_…".
    private static string OfMatroska(ReadOnlySpan<byte> head, string? declared)
    {
        var header = head[..Math.Min(head.Length, 64)];
        var isWebM = header.IndexOf("webm"u8) >= 0;
        // A header that says nothing of it: then its sender's word, as far as the container goes with it.
        if (!isWebM && header.IndexOf("matroska"u8) < 0)
            return IsDeclared(declared, "audio/webm") ? "audio/webm" : IsDeclared(declared, "video/webm") ? "video/webm" : Unknown;

        var family = isWebM ? "webm" : "matroska";
        if (HasCodec(head, 'V')) return $"video/{family}";
        return HasCodec(head, 'A') || IsDeclared(declared, "audio/webm", "audio/matroska", "audio/x-matroska") ? $"audio/{family}" : $"video/{family}";
    }

    private static bool HasCodec(ReadOnlySpan<byte> head, char kind)
    {
        for (var at = 0; at + 4 <= head.Length; at++)
            if (head[at] == 0x86 && (head[at + 1] & 0xE0) == 0x80 && head[at + 2] == kind && head[at + 3] == '_') return true;
        return false;
    }

    // Every stream begins with a page of its own, all of them before any other.
    private static string OfOgg(ReadOnlySpan<byte> head, string? declared)
    {
        if (head.IndexOf("theora"u8) >= 0) return "video/ogg";
        var isSound = head.IndexOf("OpusHead"u8) >= 0 || head.IndexOf("vorbis"u8) >= 0 || head.IndexOf("FLAC"u8) >= 0 || head.IndexOf("Speex"u8) >= 0;
        return isSound || IsDeclared(declared, "audio/ogg", "audio/opus") ? "audio/ogg" : Unknown;
    }

    // A frame of MPEG audio, layer III, with a bit rate and a sample rate that exist.
    private static bool IsMp3Frame(byte second, byte third) =>
        (second & 0xE6) == 0xE2 && (second & 0x18) != 0x08 && (third & 0xF0) is not (0xF0 or 0x00) && (third & 0x0C) != 0x0C;

    // Markup is text too, but a program that opens what was saved might run it.
    private static bool IsPlainText(ReadOnlySpan<byte> head)
    {
        var text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        if (text.TrimStart(" \t\r\n\f"u8).StartsWith("<"u8)) return false;
        foreach (var one in text)
            if (one is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F) return false;
        return Utf8.IsValid(WithoutCutCharacter(text));
    }

    // The head may end within a character of up to four bytes.
    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> text)
    {
        if (text.Length < Limits.SniffedBytes - 3) return text;
        for (var back = 1; back <= 4; back++)
            if ((text[^back] & 0xC0) != 0x80) return text[..^back];
        return text;
    }

    private static bool IsDeclared(string? declared, params ReadOnlySpan<string> types)
    {
        var type = declared.AsSpan();
        if (type.IndexOf(';') is >= 0 and var parameters) type = type[..parameters];
        foreach (var known in types)
            if (type.Trim().Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
