using System.Buffers.Binary;

namespace Snug.Desktop.Media;

/// <summary>
/// What a picture is, told from its first bytes: only what is known here comes to a decoder. Drawings in SVG are programs,
/// almost, and are files like any other.
/// </summary>
internal static class PictureFormat
{
    /// <summary>Bytes of a file's beginning that tell its format and whether it moves.</summary>
    public const int Head = 64 * 1024;

    /// <returns>The media type; null when it is no picture that can be read here.</returns>
    public static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f' or (byte)'s', ..] => "image/avif",
        [(byte)'I', (byte)'I', (byte)'*', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*', ..] => "image/tiff",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "image/bmp",
        _ => null,
    };

    /// <summary>Whether it moves: drawn anew, only its first frame would be left, so it is sent as it is.</summary>
    public static bool IsMoving(ReadOnlySpan<byte> head) => Of(head) switch
    {
        "image/gif" => HasSecondFrame(head),
        // The second bit of the flags of an extended WebP.
        "image/webp" => head.Length > 20 && head[12..].StartsWith("VP8X"u8) && (head[20] & 0x02) != 0,
        "image/png" => HasChunk(head, "acTL"u8),
        "image/avif" => head[11] == (byte)'s',
        _ => false,
    };

    // Each frame that has a time begins with a graphic control extension; a still picture has one or none. Netscape's extension,
    // which says how often to begin again, stands near the front of all that move, however large their frames are.
    private static bool HasSecondFrame(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> frame = [0x21, 0xF9, 4], repeat = [0x21, 0xFF, 11];
        return head.IndexOf(repeat) >= 0 || head.Count(frame) > 1;
    }

    // A chunk of PNG is its length, its name, its data and a sum; those before the first IDAT say how the picture is to be read.
    private static bool HasChunk(ReadOnlySpan<byte> head, ReadOnlySpan<byte> wanted)
    {
        for (long at = 8; at + 8 <= head.Length; at += 12 + BinaryPrimitives.ReadUInt32BigEndian(head[(int)at..]))
        {
            var name = head.Slice((int)at + 4, 4);
            if (name.SequenceEqual(wanted)) return true;
            if (name.SequenceEqual("IDAT"u8)) return false;
        }
        return false;
    }
}
