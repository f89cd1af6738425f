using System.Buffers;
using System.Runtime.CompilerServices;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>The chat: who may do what. Both doors come to these methods, and no rule stands anywhere else.</summary>
internal sealed class Chat(Log log, SqliteStore store, Presence presence, ChatRules rules, TimeProvider time)
{
    private long lastUserId = store.LastUserId;

    /// <summary>Whether messages can be stored now.</summary>
    public ValueTask<bool> CanServeAsync() => log.CanWriteAsync();

    /// <summary>Everyone who is here, sorted by name.</summary>
    public IReadOnlyList<UserName> WhoIsHere() => presence.Names();

    /// <summary>Comes in: the buffer of the new session begins now.</summary>
    public Answer<Session> Enter(string? name)
    {
        if (!UserName.TryParse(name, out var parsed)) return Refusal.InvalidName;
        if (!presence.TryEnter(parsed)) return Refusal.NameTaken(parsed.Value);

        var user = new UserRecord(Interlocked.Increment(ref lastUserId), parsed);
        return new Session(user, log.RoomWith(Room.Lobby));
    }

    /// <summary>Goes: the name is free.</summary>
    public void Leave(Session session) => presence.Leave(session.User.Name);

    /// <summary>Says something to everyone in the session's room.</summary>
    /// <returns>Null once it is on the disk, otherwise why it is not.</returns>
    public ValueTask<Refusal?> SayAsync(Session session, ReadOnlySpan<byte> text)
    {
        var read = MessageText.Read(text, rules.LineLimit);
        if (!read.IsGranted) return new(read.Refusal);

        var stored = log.TryAppend(new NewEvent(session.Room.Id, session.User, time.GetUtcNow(), read.Value));
        return stored is null ? new(Refusal.Busy) : WhenStoredAsync(stored);
    }

    /// <summary>
    /// Copies the next of what is in the session's buffer, as line clients see it, and takes it out of the buffer.
    /// </summary>
    /// <param name="session">Whose buffer.</param>
    /// <param name="upTo">Where to stop: the room's newest event when the reading began, so that it ends.</param>
    /// <param name="output">Takes about <see cref="Limits.WriteBuffer"/> bytes a call.</param>
    /// <returns>Whether there is more.</returns>
    /// <exception cref="StoreException">What is no longer in memory cannot be read.</exception>
    public ValueTask<bool> ReadLinesAsync(Session session, long upTo, IBufferWriter<byte> output)
    {
        var cursor = session.Cursor;
        if (cursor < upTo && !session.Room.TryCopyLines(ref cursor, upTo, Limits.WriteBuffer, output))
            return ReadStoredLinesAsync(session, upTo, output);

        session.Cursor = cursor;
        return new(cursor < upTo);
    }

    private async ValueTask<bool> ReadStoredLinesAsync(Session session, long upTo, IBufferWriter<byte> output)
    {
        var page = await log.ReadAfterAsync(session.Room, session.Cursor, upTo);
        foreach (var read in page) output.Write(LineMessage.Encode(read.From, read.Text));
        session.Cursor = page.Count < Limits.StorePage ? upTo : page[^1].Id;
        return session.Cursor < upTo;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Refusal?> WhenStoredAsync(Task<Committed> stored) =>
        await stored == Committed.Yes ? null : Refusal.Unavailable;
}
