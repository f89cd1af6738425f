using System.Buffers;

namespace Snug.Server.Doors.Line;

/// <summary>Answers that were not sent yet. Room for them is borrowed with the first, and given back when they have gone out.</summary>
internal sealed class LineAnswers : IBufferWriter<byte>
{
    private byte[] room = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => room.AsMemory(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        // At least one byte, as of every writer.
        var needed = Length + Math.Max(sizeHint, 1);
        if (needed > room.Length) MoveTo(ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(Limits.FirstAnswers, 2 * room.Length))), 0);
        return room.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Takes away what has been sent, and gives back all room that the rest does not need.</summary>
    /// <param name="sent">How many bytes have been sent.</param>
    public void Drop(int sent)
    {
        var rest = Length - sent;
        MoveTo(rest == 0 ? [] : ArrayPool<byte>.Shared.Rent(rest), sent);
    }

    public void Clear() => Drop(Length);

    private void MoveTo(byte[] other, int from)
    {
        room.AsSpan(from, Length - from).CopyTo(other);
        if (room.Length > 0) ArrayPool<byte>.Shared.Return(room);
        (room, Length) = (other, Length - from);
    }
}
