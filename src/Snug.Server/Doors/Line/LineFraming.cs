using Snug.Protocol;

namespace Snug.Server.Doors.Line;

internal enum LineFrame
{
    /// <summary>No whole line has come yet.</summary>
    Partial,
    Whole,
    TooLong,
}

/// <summary>Cuts a stream of bytes into lines: <c>line = *octet [CR] LF</c>.</summary>
internal static class LineFraming
{
    /// <summary>Finds the first line of <paramref name="bytes"/>; its line end is not part of it.</summary>
    /// <param name="bytes">What has come and was not taken yet.</param>
    /// <param name="line">The line, where it is whole.</param>
    /// <param name="taken">How many of the bytes it takes with its line end.</param>
    public static LineFrame Find(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> line, out int taken)
    {
        line = default;
        taken = 0;
        var end = bytes.IndexOf((byte)'\n');
        // One more byte may be the CR of a line that is just short enough.
        if (end < 0) return bytes.Length > LineProtocol.MaxRequestBytes + 1 ? LineFrame.TooLong : LineFrame.Partial;

        taken = end + 1;
        line = bytes[..end];
        if (line.EndsWith("\r"u8)) line = line[..^1];
        return line.Length > LineProtocol.MaxRequestBytes ? LineFrame.TooLong : LineFrame.Whole;
    }
}
