using System.Buffers;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>What is in a line client's buffer: the lobby's messages behind its cursor.</summary>
internal sealed class LineReading(ChatState state, Log log)
{
    /// <summary>Where a reading that begins now has to stop, so that it ends.</summary>
    public long Newest => state.Lobby.Stream.Newest;

    /// <summary>Copies the next of what is in the session's buffer, and takes it out of the buffer.</summary>
    /// <param name="session">Whose buffer.</param>
    /// <param name="upTo">Where to stop.</param>
    /// <param name="output">Takes about <see cref="Limits.WriteBuffer"/> bytes a call.</param>
    /// <returns>Whether there is more.</returns>
    /// <exception cref="StoreException">What is no longer in memory cannot be read.</exception>
    public ValueTask<bool> ReadAsync(Session session, long upTo, IBufferWriter<byte> output)
    {
        var cursor = session.Cursor;
        if (cursor < upTo && !state.Lobby.Stream.TryCopyLines(ref cursor, upTo, Limits.WriteBuffer, output))
            return ReadStoredAsync(session, upTo, output);

        session.Cursor = cursor;
        return new(cursor < upTo);
    }

    private async ValueTask<bool> ReadStoredAsync(Session session, long upTo, IBufferWriter<byte> output)
    {
        var cursor = session.Cursor;
        var page = await log.ReadAsync(connection => state.Lobby.Stream.ReadStored(connection, cursor, upTo));
        foreach (var happened in page.Events) output.Write(EventEncoding.Encode(happened).Line);
        session.Cursor = page.UpTo;
        return page.UpTo < upTo;
    }
}
