using System.Buffers.Text;
using System.Text;

namespace Snug.Load.Protocols.Http;

/// <summary>What stands before an answer's body.</summary>
/// <param name="Status">Such as 200.</param>
/// <param name="Length">Bytes of the head, with the empty line at its end.</param>
/// <param name="Body">Bytes of the body behind it; null where it comes in chunks.</param>
internal readonly record struct HttpHead(int Status, int Length, int? Body)
{
    /// <returns>False while the head is not whole.</returns>
    /// <exception cref="FormatException">It is none that this understands.</exception>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out HttpHead head)
    {
        head = default;
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;

        var lines = bytes[..(end + 2)];
        if (!lines.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(lines[9..], out int status, out var digits) || digits != 3)
            throw new FormatException("it does not answer in HTTP/1.1");
        int? length = null;
        var isChunked = false;
        for (var rest = lines[(lines.IndexOf((byte)'\n') + 1)..]; !rest.IsEmpty; rest = rest[(rest.IndexOf((byte)'\n') + 1)..])
        {
            if (Is(rest, "content-length:"u8) && Utf8Parser.TryParse(rest["content-length:".Length..].TrimStart((byte)' '), out int given, out _) && given >= 0) length = given;
            isChunked |= Is(rest, "transfer-encoding:"u8);
        }
        if (status is 204 or 304) (length, isChunked) = (0, false);
        if (length is null && !isChunked) throw new FormatException("it does not say how long its answer is");
        head = new(status, end + 4, isChunked ? null : length);
        return true;
    }

    /// <param name="behind">What has come behind the head.</param>
    /// <param name="body">The body; with its chunks' lengths, where it comes in chunks.</param>
    /// <param name="length">Bytes of all that.</param>
    /// <returns>False while it is not whole.</returns>
    public bool TryReadBody(ReadOnlySpan<byte> behind, out ReadOnlySpan<byte> body, out int length)
    {
        length = Body ?? LengthOfChunks(behind);
        body = length > behind.Length ? [] : behind[..length];
        return length <= behind.Length;
    }

    // A length that has not come yet is longer than any.
    private static int LengthOfChunks(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; ;)
        {
            var rest = bytes[Math.Min(at, bytes.Length)..];
            var line = rest.IndexOf("\r\n"u8);
            if (line < 0) return int.MaxValue;
            if (!Utf8Parser.TryParse(rest[..line], out int size, out _, 'x') || size < 0) throw new FormatException("it answers in chunks without a length");
            if (size > Sockets.Backlog.Most) return int.MaxValue;
            at += line + 2 + size + 2;
            if (size == 0 || at > Sockets.Backlog.Most) return at;
        }
    }

    private static bool Is(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) => line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name);
}
