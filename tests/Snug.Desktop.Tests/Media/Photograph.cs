using Snug.Desktop.Gtk;

namespace Snug.Desktop.Tests.Media;

/// <summary>Pictures as cameras and programs write them.</summary>
internal static class Photograph
{
    /// <summary>A JPEG, red above and blue below as it lies in the file, which says that the camera was turned, and where it was.</summary>
    public static byte[] FromCamera(int width, int height)
    {
        using var pixels = Pixbuf.Blank(width, height);
        for (var y = 0; y < height; y++) Paint(pixels.Row(y), y < height / 2 ? (byte)255 : (byte)0);
        var jpeg = pixels.ToJpeg();
        // The second marker of a file is where programs write what they know.
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(Exif.Length + 2), .. Exif, .. jpeg[2..]];
    }

    public static byte[] Drawing(int width, int height)
    {
        using var pixels = Pixbuf.Blank(width, height, hasAlpha: true);
        for (var at = 0; at < 4; at++) pixels.Row(0)[at] = 0;
        return pixels.ToPng();
    }

    /// <summary>An eighth of a kilobyte that claims to be of any size.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var png = Drawing(1, 1);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    // TIFF within Exif: turned by a quarter (6), and a table of a place with its letter for north.
    private static readonly byte[] Exif =
    [
        .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8,
        0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0,
        0, 1, 0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
    ];

    private static void Paint(Span<byte> row, byte red)
    {
        for (var at = 0; at < row.Length; at += 3) (row[at], row[at + 1], row[at + 2]) = (red, 0, (byte)(255 - red));
    }

    // As the PNG specification has it.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
