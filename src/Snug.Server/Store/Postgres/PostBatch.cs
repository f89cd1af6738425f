using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>Messages without files, which are nearly all that happens: however many there are, one round trip.</summary>
internal sealed class PostBatch(IReadOnlyList<PostMessage> posts) : Batch
{
    // The log's row is locked from the counting on until the commit, so ids become visible in their order.
    private const string Post =
        """
        WITH counter AS (
            UPDATE log SET last = last + $3 WHERE (SELECT batch FROM servers WHERE id = $1) = $2 RETURNING last - $3 AS before),
        authors AS (
            INSERT INTO users (id, name, key)
            SELECT id, name, key FROM counter, unnest($4::bigint[], $5::text[], $6::text[]) AS author (id, name, key) ON CONFLICT DO NOTHING),
        said AS (
            SELECT before + n AS id, n, room, user_id, at, text, nonce, reply_to
            FROM counter, unnest($7::bigint[], $8::bigint[], $9::bigint[], $10::text[], $11::text[], $12::bigint[])
                WITH ORDINALITY AS message (room, user_id, at, text, nonce, reply_to, n)),
        added AS (
            INSERT INTO events (id, room, type, user_id, at, text, nonce, reply_to)
            SELECT id, room, 'message', user_id, at, text, nonce, reply_to FROM said
            ON CONFLICT (user_id, nonce) WHERE nonce IS NOT NULL DO NOTHING RETURNING id),
        named AS (
            INSERT INTO mentions (user_id, room, message)
            SELECT mention.user_id, said.room, said.id
            FROM unnest($13::bigint[], $14::bigint[]) AS mention (n, user_id) JOIN said USING (n) JOIN added ON added.id = said.id ON CONFLICT DO NOTHING)
        SELECT before, added.id FROM counter LEFT JOIN added ON true
        """;

    public override Appended Write(NpgsqlConnection connection, Turn turn)
    {
        using var batch = new NpgsqlBatch(connection);
        Add(batch, Turn.Take, turn.Server, turn.Batch);
        Add(batch, Post, [turn.Server, turn.Batch, (long)posts.Count, .. Authors(), .. Messages(), .. Mentions()]);
        Add(batch, Turn.End, turn.Server, turn.Batch);

        var (before, added) = (-1L, new HashSet<long>());
        using (var rows = batch.ExecuteReader())
        {
            rows.NextResult();
            while (rows.Read())
            {
                before = rows.GetInt64(0);
                if (rows.Number(1) is { } id) added.Add(id);
            }
            while (rows.NextResult())
            {
                // What goes wrong in a later statement is told when its result is come to.
            }
        }
        if (before < 0) throw new ServerLostException();
        return ToAppended(connection, before, added);
    }

    public override Appended Recover(NpgsqlConnection connection, long upTo)
    {
        var before = upTo - posts.Count;
        var added = connection.Query("SELECT id FROM events WHERE id > $1 AND id <= $2", row => row.GetInt64(0), null, before, upTo);
        return ToAppended(connection, before, [.. added]);
    }

    private Appended ToAppended(NpgsqlConnection connection, long before, HashSet<long> added)
    {
        var outcomes = new Outcome[posts.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            var message = posts[i].Message with { Id = before + i + 1 };
            outcomes[i] = added.Contains(message.Id)
                ? new Outcome.Happened(new MessageEvent(message.Id, message.Room, message))
                : FindRepeated(connection, posts[i]);
        }
        return new(outcomes, before + posts.Count, posts.Count);
    }

    private static Outcome FindRepeated(NpgsqlConnection connection, PostMessage post) =>
        Queries.MessagesWhere(connection, "e.user_id = $1 AND e.nonce = $2", null, post.Author.Id, post.Message.Nonce) is [var message]
            ? new Outcome.Repeated(message)
            : new Outcome.Moot();

    private object[] Authors()
    {
        var authors = posts.Select(post => post.Author).DistinctBy(author => author.Id).ToList();
        return [authors.Select(a => a.Id).ToArray(), authors.Select(a => a.Name.Value).ToArray(), authors.Select(a => a.Name.Key).ToArray()];
    }

    private object[] Messages() =>
    [
        posts.Select(post => post.Message.Room).ToArray(),
        posts.Select(post => post.Author.Id).ToArray(),
        posts.Select(post => Sql.ToMilliseconds(post.Message.At)).ToArray(),
        posts.Select(post => post.Message.Text).ToArray(),
        posts.Select(post => post.Message.Nonce).ToArray(),
        posts.Select(post => post.Message.ReplyTo).ToArray(),
    ];

    private object[] Mentions()
    {
        var mentions = posts.SelectMany((post, i) => post.Mentions.Select(user => (N: i + 1L, User: user))).ToList();
        return [mentions.Select(m => m.N).ToArray(), mentions.Select(m => m.User).ToArray()];
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
