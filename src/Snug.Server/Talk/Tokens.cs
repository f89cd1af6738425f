using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Snug.Server.Talk;

/// <summary>Secrets that let somebody in: 256 random bits, kept as their hash alone.</summary>
internal static class Tokens
{
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(ReadOnlySpan<char> token)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        Hash(token, hash);
        return hash;
    }

    /// <summary>The first half of the hash as a number: a key that is looked up without making anything.</summary>
    public static UInt128 Key(ReadOnlySpan<char> token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(token, hash);
        return Key(hash);
    }

    public static UInt128 Key(ReadOnlySpan<byte> hash) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);

    private static void Hash(ReadOnlySpan<char> token, Span<byte> hash)
    {
        Span<byte> utf8 = stackalloc byte[256];
        // What is longer than any token we made is none of ours: its beginning will do.
        var length = Encoding.UTF8.GetBytes(token[..Math.Min(token.Length, 64)], utf8);
        SHA256.HashData(utf8[..length], hash);
    }
}
