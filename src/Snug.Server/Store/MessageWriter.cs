namespace Snug.Server.Store;

/// <summary>Messages and what is done to them.</summary>
internal static class MessageWriter
{
    public static Outcome Post(Statements sql, long id, PostMessage post)
    {
        var message = post.Message with { Id = id };
        AccountWriter.AddUser(sql, post.Author);
        // Since the author asked, another message may have taken a file, or the sweeper.
        if (!message.Attachments.All(upload => sql.Read("SELECT 1 FROM uploads WHERE id = $1 AND message IS NULL", upload.Id) is not null))
            return FindRepeated(sql, post);
        var added = sql.Run(
            """
            INSERT INTO events (id, room, type, user_id, at, text, nonce, reply_to) VALUES ($1, $2, 'message', $3, $4, $5, $6, $7)
            ON CONFLICT (user_id, nonce) WHERE nonce IS NOT NULL DO NOTHING
            """,
            id, message.Room, post.Author.Id, message.At, message.Text, message.Nonce, message.ReplyTo);
        if (added == 0) return FindRepeated(sql, post);

        foreach (var user in post.Mentions) AddMention(sql, user, message);
        foreach (var upload in message.Attachments)
            sql.Run("UPDATE uploads SET message = $1 WHERE id = $2", id, upload.Id);
        return new Outcome.Happened(new MessageEvent(id, message.Room, message));
    }

    public static Outcome Edit(Statements sql, long id, EditMessage edit)
    {
        var message = edit.Message;
        var changed = sql.Run("UPDATE events SET text = $1, edited_at = $2 WHERE id = $3 AND text IS NOT NULL", message.Text, message.EditedAt, message.Id);
        if (changed == 0) return new Outcome.Moot();

        sql.Run("DELETE FROM mentions WHERE message = $1", message.Id);
        foreach (var user in edit.Mentions) AddMention(sql, user, message);
        AddEvent(sql, id, message, "edited", edit.By, message.EditedAt!.Value);
        // Read again: since the author asked, others may have reacted.
        return new Outcome.Happened(new EditedEvent(id, message.Room, Queries.Messages(sql.Connection, [message.Id], sql.Transaction)[0]));
    }

    public static Outcome Delete(Statements sql, long id, DeleteMessage delete)
    {
        var message = delete.Message;
        var changed = sql.Run("UPDATE events SET text = NULL WHERE id = $1 AND text IS NOT NULL", message.Id);
        if (changed == 0) return new Outcome.Moot();

        sql.Run("DELETE FROM mentions WHERE message = $1", message.Id);
        sql.Run("DELETE FROM reactions WHERE message = $1", message.Id);
        sql.Run("UPDATE uploads SET message = NULL, at = $2 WHERE message = $1", message.Id, delete.At);
        AddEvent(sql, id, message, "deleted", delete.By, delete.At);
        return new Outcome.Happened(new DeletedEvent(id, message.Room, message.Id));
    }

    public static Outcome React(Statements sql, long id, React reaction)
    {
        var (message, emoji, by) = (reaction.Message, reaction.Emoji, reaction.By);
        var changed = reaction.Added
            ? sql.Run(
                """
                INSERT INTO reactions (message, emoji, user_id, at)
                SELECT $1, $2, $3, $4 WHERE EXISTS (SELECT 1 FROM events WHERE id = $1 AND text IS NOT NULL)
                    AND (EXISTS (SELECT 1 FROM reactions WHERE message = $1 AND emoji = $2)
                        OR (SELECT count(DISTINCT emoji) FROM reactions WHERE message = $1) < $5)
                ON CONFLICT DO NOTHING
                """,
                message.Id, emoji, by.Id, reaction.At, Limits.ReactionKinds)
            : sql.Run("DELETE FROM reactions WHERE message = $1 AND emoji = $2 AND user_id = $3", message.Id, emoji, by.Id);
        if (changed == 0) return new Outcome.Moot();

        var type = reaction.Added ? "reaction" : "unreaction";
        sql.Run(
            "INSERT INTO events (id, room, type, user_id, at, target, text) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id, message.Room, type, by.Id, reaction.At, message.Id, emoji);
        return new Outcome.Happened(new ReactionEvent(id, message.Room, message.Id, emoji, by.Ref, reaction.Added));
    }

    private static Outcome FindRepeated(Statements sql, PostMessage post)
    {
        var first = sql.Read("SELECT id FROM events WHERE user_id = $1 AND nonce = $2", post.Author.Id, post.Message.Nonce);
        return first is long id && Queries.Messages(sql.Connection, [id], sql.Transaction) is [var message] ? new Outcome.Repeated(message) : new Outcome.Moot();
    }

    private static void AddMention(Statements sql, long user, MessageRecord message) =>
        sql.Run("INSERT INTO mentions (user_id, room, message) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", user, message.Room, message.Id);

    private static void AddEvent(Statements sql, long id, MessageRecord message, string type, UserRecord by, DateTime at) =>
        sql.Run(
            "INSERT INTO events (id, room, type, user_id, at, target) VALUES ($1, $2, $3, $4, $5, $6)",
            id, message.Room, type, by.Id, at, message.Id);
}
