namespace Snug.Load.Protocols;

/// <summary>
/// What one client says on one connection, and how it understands what it is answered. It knows no socket and no clock: it writes to and
/// reports to the <see cref="Turn"/> that it is given, which is that of its connection and only good until it returns.
/// </summary>
internal abstract class Dialogue
{
    /// <summary>The connection stands. The dialogue comes in, which may take several answers, and then says <see cref="Turn.Enter"/>.</summary>
    public abstract void Begin(Turn turn);

    /// <summary>Takes apart what has come.</summary>
    /// <param name="bytes">What was left of before, and what has come since: any part of an answer, or many.</param>
    /// <returns>How many bytes are done with. The rest, 64 KB at most, comes again with more behind it.</returns>
    public abstract int Take(ReadOnlySpan<byte> bytes, Turn turn);

    /// <summary>Asks for what is new, of a protocol that polls. The answer before has come, and has been told by <see cref="Turn.Answer"/>.</summary>
    public virtual void Poll(Turn turn) => throw new NotSupportedException();

    /// <summary>
    /// Says something; then comes <see cref="Turn.Acknowledge"/> or <see cref="Turn.Refuse"/>, at once where the protocol has no such
    /// answer. The message before has had its own.
    /// </summary>
    public virtual void Say(ReadOnlySpan<byte> text, Turn turn) => throw new NotSupportedException();
}
