using System.Buffers;
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
    /// <summary>Takes the first line off <paramref name="buffer"/>, if it is there; its line end is not part of it.</summary>
    public static LineFrame TryTake(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        line = default;
        if (buffer.PositionOf((byte)'\n') is not { } end)
            // One more byte may be the CR of a line that is just short enough.
            return buffer.Length > LineProtocol.MaxRequestBytes + 1 ? LineFrame.TooLong : LineFrame.Partial;

        line = buffer.Slice(0, end);
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        if (line.Length > 0 && line.Slice(line.Length - 1).FirstSpan[0] == '\r') line = line.Slice(0, line.Length - 1);
        return line.Length > LineProtocol.MaxRequestBytes ? LineFrame.TooLong : LineFrame.Whole;
    }
}
