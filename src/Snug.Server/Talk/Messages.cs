using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Saying things, and what may be done to them afterwards.</summary>
internal sealed class Messages(ChatState state, Log log, Presence presence, ChatRules rules, TimeProvider time)
{
    /// <summary>Says something to everyone in the lobby, by the line door.</summary>
    /// <returns>Null once it is on the disk, otherwise why it is not.</returns>
    public ValueTask<Refusal?> SayAsync(Session session, ReadOnlySpan<byte> text)
    {
        var read = MessageText.Read(text, rules.LineLimit);
        if (!read.IsGranted) return new(read.Refusal);
        if (session.TryPost() is { } pause) return new(Refusal.TooFast(pause));

        return log.EnsureAsync(Compose(session.Person, state.Lobby, read.Value, new Draft(read.Value), []));
    }

    /// <summary>Posts a message.</summary>
    /// <returns>The message, and whether it is there for the first time.</returns>
    public async ValueTask<Answer<(MessageRecord Message, bool IsNew)>> PostAsync(Session session, long roomId, Draft draft)
    {
        var posted = await TryPostAsync(session, roomId, draft);
        // What would be refused now may have been stored before, and only its answer lost.
        if (posted.IsGranted || draft.Nonce is null || posted.Refusal.RetryAfter is not null) return posted;
        return await FindRepeatedAsync(session.Person, draft.Nonce) is { } message ? (message, false) : posted;
    }

    private async ValueTask<Answer<(MessageRecord Message, bool IsNew)>> TryPostAsync(Session session, long roomId, Draft draft)
    {
        var asker = session.Person;
        if (state.RoomFor(asker, roomId) is not { } room) return Refusal.NotFound;
        if (asker.MaySpeak(room) is { } refusal) return refusal;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        var hasFiles = draft.Attachments is { Count: > 0 };
        var text = hasFiles && string.IsNullOrWhiteSpace(draft.Text) ? "" : MessageText.Read(draft.Text, rules.MessageLimit);
        if (!text.IsGranted) return text.Refusal;
        if (draft.Nonce is { } nonce && (nonce.Length is 0 or > Limits.Nonce || nonce.Any(char.IsControl)))
            return Refusal.Invalid("invalid-nonce", $"a nonce has 1 to {Limits.Nonce} characters");
        if (draft.ReplyTo is { } original && (await state.MessageForAsync(log, asker, original))?.Room != roomId)
            return Refusal.Invalid("invalid-reply", "the message to reply to is not in this room");
        var files = hasFiles ? await FindFilesAsync(asker, draft) : Array.Empty<UploadRecord>();
        if (files is null) return Refusal.Invalid("invalid-attachment", $"attachments are up to {Limits.Attachments} uploads of your own that no other message carries");

        var carriedOut = await log.CarryOutAsync(Compose(asker, room, text.Value, draft, files));
        if (!carriedOut.IsGranted) return carriedOut.Refusal;
        return carriedOut.Value switch
        {
            Outcome.Happened { Event: MessageEvent said } => (said.Message, true),
            // It may have been for a room that its author has left since.
            Outcome.Repeated repeated => state.RoomFor(asker, repeated.Message.Room) is null ? Refusal.NotFound : (repeated.Message, false),
            _ => Refusal.MessageDeleted,
        };
    }

    public async ValueTask<Answer<MessageRecord>> EditAsync(Session session, long id, string? text)
    {
        var asker = session.Person;
        if (await state.MessageForAsync(log, asker, id) is not { } message) return Refusal.NotFound;
        var room = state.FindRoom(message.Room)!;
        if (asker.MaySpeak(room) is { } refusal) return refusal;
        if (message.From.Id != asker.Id) return Refusal.NotAllowed;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        var read = MessageText.Read(text, rules.MessageLimit);
        if (!read.IsGranted) return read.Refusal;
        if (read.Value == message.Text) return message;

        var edited = message with { Text = read.Value, EditedAt = time.Now() };
        var mentions = Mentions.Find(read.Value, asker, room, presence);
        var carriedOut = await log.CarryOutAsync(new EditMessage(asker.User, edited, mentions));
        return carriedOut.IsGranted ? carriedOut.Value is Outcome.Happened ? edited : Refusal.NotFound : carriedOut.Refusal;
    }

    /// <summary>Takes a message back: the author's own, or an admin any that they can see.</summary>
    public async ValueTask<Refusal?> DeleteAsync(Session session, long id)
    {
        var asker = session.Person;
        if (await state.MessageForAsync(log, asker, id) is not { } message) return Refusal.NotFound;
        if (message.From.Id != asker.Id && asker.User.Role != Role.Admin) return Refusal.NotAllowed;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        return await log.EnsureAsync(new DeleteMessage(asker.User, message, time.Now()));
    }

    public async ValueTask<Refusal?> ReactAsync(Session session, long id, string emoji, bool added)
    {
        var asker = session.Person;
        if (await state.MessageForAsync(log, asker, id) is not { } message) return Refusal.NotFound;
        if (asker.MaySpeak(state.FindRoom(message.Room)!) is { } refusal) return refusal;
        if (!Emoji.IsOne(emoji)) return Refusal.Invalid("invalid-emoji", "a reaction is one emoji");
        if (added && message.Reactions.Count >= Limits.ReactionKinds && message.Reactions.All(known => known.Emoji != emoji))
            return Refusal.Invalid("too-many-reactions", $"a message gathers at most {Limits.ReactionKinds} kinds of reactions");
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        return await log.EnsureAsync(new React(asker.User, message, emoji, added, time.Now()));
    }

    /// <summary>Some of a room's messages, oldest first: the newest, those right before one of them, or those right after.</summary>
    /// <returns>The messages, and whether there are more on the side that was asked for.</returns>
    public async ValueTask<Answer<(IReadOnlyList<MessageRecord> Messages, bool More)>> HistoryAsync(Session session, long roomId, HistoryRequest wanted)
    {
        if (state.RoomFor(session.Person, roomId) is not { } room) return Refusal.NotFound;
        if (wanted is { Before: not null, After: not null }) return Refusal.Invalid("malformed", "a page is before a message or after one, not both");

        var count = Math.Clamp(wanted.Limit, 1, Limits.HistoryPage);
        var found = await log.ReadAsync(connection => wanted.After is { } after
            ? Queries.MessagesWhere(connection, "e.room = $1 AND e.id > $2 ORDER BY e.id LIMIT $3", null, room.Id, after, count + 1)
            : Queries.MessagesWhere(connection, "e.room = $1 AND e.id < $2 ORDER BY e.id DESC LIMIT $3", null, room.Id, wanted.Before ?? long.MaxValue, count + 1));
        var more = found.Count > count;
        if (more) found.RemoveAt(count);
        if (wanted.After is null) found.Reverse();
        return (found, more);
    }

    private PostMessage Compose(Person author, Room room, string text, Draft draft, IReadOnlyList<UploadRecord> files) => new(
        author.User,
        new MessageRecord
        {
            Id = 0,
            Room = room.Id,
            From = author.User.Ref,
            At = time.Now(),
            Text = text,
            Nonce = draft.Nonce,
            ReplyTo = draft.ReplyTo,
            Attachments = files,
        },
        Mentions.Find(text, author, room, presence));

    private async ValueTask<MessageRecord?> FindRepeatedAsync(Person author, string nonce)
    {
        var found = await log.ReadAsync(connection => Queries.MessagesWhere(connection, "e.user_id = $1 AND e.nonce = $2", null, author.Id, nonce));
        return found is [var message] && state.RoomFor(author, message.Room) is not null ? message : null;
    }

    // Null unless all are there, the asker's own, and carried by no other message (or by the one that this repeats).
    private async Task<IReadOnlyList<UploadRecord>?> FindFilesAsync(Person asker, Draft draft)
    {
        var wanted = draft.Attachments!;
        if (wanted.Count > Limits.Attachments || wanted.Distinct().Count() != wanted.Count) return null;

        var files = await log.ReadAsync(connection => UploadQueries.Find(connection, wanted));
        var isRepeat = draft.Nonce is not null;
        return files.Count == wanted.Count && files.All(file => file.User == asker.Id && (file.Room is null || isRepeat)) ? files : null;
    }
}
