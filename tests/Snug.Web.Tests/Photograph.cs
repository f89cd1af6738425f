using System.Buffers.Binary;
using System.Text;
using Microsoft.Playwright;

namespace Snug.Web.Tests;

/// <summary>Pictures as cameras make them.</summary>
internal static class Photograph
{
    /// <summary>What stands in a photograph's data where its place would.</summary>
    public const string Place = "47.3769N 8.5417E";

    /// <summary>A JPEG of one colour, drawn by the visitor's browser.</summary>
    public static async Task<byte[]> TakeAsync(Visitor visitor, int width, int height, string colour = "teal") =>
        Convert.FromBase64String(await visitor.Page.EvaluateAsync<string>("""
            async ([width, height, colour]) => {
                const canvas = new OffscreenCanvas(width, height);
                const context = canvas.getContext('2d');
                context.fillStyle = colour;
                context.fillRect(0, 0, width, height);
                const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
                return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
            }
            """, new object[] { width, height, colour }));

    /// <summary>The same with what a camera writes beside the picture (Exif 2.32, 4.5 and 4.6): that it was held upright, and its place.</summary>
    public static byte[] WithPlace(byte[] jpeg)
    {
        const ushort Orientation = 0x0112, Gps = 0x8825, Latitude = 1;
        const ushort Ascii = 2, Short = 3, Long = 4;
        byte[] tiff =
        [
            .. "MM\0*"u8, .. Four(8),
            .. Two(2), .. Two(Orientation), .. Two(Short), .. Four(1), .. Two(6), .. Two(0), .. Two(Gps), .. Two(Long), .. Four(1), .. Four(38), .. Four(0),
            .. Two(1), .. Two(Latitude), .. Two(Ascii), .. Four((uint)Place.Length + 1), .. Four(56), .. Four(0),
            .. Encoding.ASCII.GetBytes(Place), 0,
        ];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, .. Two((ushort)(segment.Length + 2)), .. segment, .. jpeg[2..]];
    }

    public static FilePayload AsFile(this byte[] jpeg, string name) => new() { Name = name, MimeType = "image/jpeg", Buffer = jpeg };

    private static byte[] Two(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
