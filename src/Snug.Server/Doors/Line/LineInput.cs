using System.Buffers;

namespace Snug.Server.Doors.Line;

/// <summary>
/// What a client has sent and was not answered yet. Room for more is borrowed only while something is being received: a
/// client that is silent, or waits for the disk, holds what is left over of its bytes and no more.
/// </summary>
internal sealed class LineInput
{
    private byte[] held = [];
    private int start, end;

    /// <summary>Room for what comes next. There is always some, for no more is held than a line has.</summary>
    public Memory<byte> MakeRoom()
    {
        HoldIn(ArrayPool<byte>.Shared.Rent(Limits.ReadBuffer));
        return held.AsMemory(end);
    }

    /// <summary>So many bytes have been received into the room.</summary>
    public void Add(int count) => end += count;

    /// <summary>Takes the first line, if it is there. It stands where it is until something is received or given back.</summary>
    public LineFrame TryTake(out ReadOnlySpan<byte> line)
    {
        var frame = LineFraming.Find(held.AsSpan(start, end - start), out line, out var taken);
        start += taken;
        return frame;
    }

    /// <summary>Gives back all room that what is left over does not need.</summary>
    public void Shrink()
    {
        var left = end - start;
        // The pool's arrays double in length: a smaller one does only for less than half.
        if (left == 0) HoldIn([]);
        else if (left <= held.Length / 2) HoldIn(ArrayPool<byte>.Shared.Rent(left));
    }

    /// <summary>Forgets what is left over.</summary>
    public void Clear()
    {
        start = end;
        Shrink();
    }

    private void HoldIn(byte[] room)
    {
        held.AsSpan(start, end - start).CopyTo(room);
        if (held.Length > 0) ArrayPool<byte>.Shared.Return(held);
        (held, start, end) = (room, 0, end - start);
    }
}
