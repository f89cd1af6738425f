using System.Buffers;
using System.Net;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Metrics;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>The chat as the line protocol has it: one room, and a buffer that is the lobby's messages behind a cursor.</summary>
internal sealed class LineTalk(ChatState state, Log log, Presence presence, Sessions sessions, Bans bans, AddressLimits addresses, Messages messages, ChatMeter meter)
{
    /// <param name="name">The name that is wanted.</param>
    /// <param name="address">Where the asker is; null where that is not known.</param>
    public async ValueTask<Answer<Session>> EnterAsync(string? name, IPAddress? address)
    {
        if (UserName.TryParse(name, out var wanted) && bans.Has(wanted, address)) return Refusal.Banned;
        if (addresses.TryEnter(address) is { } pause) return Refusal.TooFast(pause);

        var entered = await sessions.EnterByLineAsync(name);
        if (entered.IsGranted) (entered.Value.Address, entered.Value.AddressPosts) = (address, addresses.PostsOf(address));
        return entered;
    }

    public void Leave(Session session) => sessions.LeaveByLine(session);

    /// <summary>Says something to everyone in the lobby.</summary>
    /// <returns>Null once it is on the disk, otherwise why it is not.</returns>
    public ValueTask<Refusal?> SayAsync(Session session, ReadOnlySpan<byte> text) => messages.SayAsync(session, text);

    /// <summary>The names of everyone who is here, by whatever door, sorted.</summary>
    public IReadOnlyList<UserName> WhoIsHere() => presence.NamesHere();

    /// <summary>Where a reading that begins now has to stop, so that it ends.</summary>
    public long BeginReading()
    {
        meter.Polls.Add(1);
        return state.Lobby.Stream.Newest;
    }

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
        var page = await log.ReadAsync(connection => state.Lobby.Stream.ReadStored(connection, cursor, upTo, Limits.LineRows));
        session.Cursor = page.UpTo;
        var copied = 0;
        foreach (var happened in page.Events)
        {
            var line = state.Encoding.EncodeLine(happened);
            output.Write(line);
            copied += line.Length;
            if (copied < Limits.WriteBuffer) continue;
            // Long messages: what is left of the page is read again when these have gone out.
            session.Cursor = happened.Id;
            break;
        }
        return session.Cursor < upTo;
    }
}
