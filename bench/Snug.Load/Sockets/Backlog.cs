namespace Snug.Load.Sockets;

/// <summary>Bytes that wait for more of them, or to be sent. Most connections never have any, and then it takes no memory.</summary>
internal struct Backlog
{
    /// <summary>The most bytes: no answer has to be looked at in larger pieces, and no request is longer.</summary>
    public const int Most = 64 * 1024;

    private byte[]? bytes;
    private int length;

    public readonly ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    public readonly bool IsEmpty => length == 0;

    /// <summary>Replaces what was there.</summary>
    /// <returns>False when it is too much.</returns>
    public bool TryKeep(ReadOnlySpan<byte> rest)
    {
        length = 0;
        return TryAdd(rest);
    }

    /// <returns>False when it is too much.</returns>
    public bool TryAdd(ReadOnlySpan<byte> more)
    {
        if (more.IsEmpty) return true;
        if (length + more.Length > Most) return false;
        if (bytes is null || bytes.Length < length + more.Length) Array.Resize(ref bytes, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(length + more.Length)));
        more.CopyTo(bytes.AsSpan(length));
        length += more.Length;
        return true;
    }
}
