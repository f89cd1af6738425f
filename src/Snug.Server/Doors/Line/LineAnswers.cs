using System.Buffers;

namespace Snug.Server.Doors.Line;

/// <summary>Answers that were not sent yet. The room for them is borrowed with the first and given back when they have gone out.</summary>
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
        if (needed > room.Length) MoveTo(ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(Limits.FirstAnswers, 2 * room.Length))));
        return room.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Clear()
    {
        Length = 0;
        MoveTo([]);
    }

    private void MoveTo(byte[] other)
    {
        room.AsSpan(0, Length).CopyTo(other);
        if (room.Length > 0) ArrayPool<byte>.Shared.Return(room);
        room = other;
    }
}
