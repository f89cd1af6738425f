using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>Messages without files, which are nearly all that happens, and what was counted against limits, which comes steadily: however many there are, one round trip.</summary>
internal sealed class PostBatch(IReadOnlyList<Change> changes) : Batch
{
    private readonly List<(PostMessage Post, long N)> posts = [.. Of<PostMessage>(changes)];
    private readonly List<(CountTries Counted, long N)> tries = [.. Of<CountTries>(changes)];

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
            FROM counter, unnest($7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::text[], $12::text[], $13::bigint[])
                AS message (n, room, user_id, at, text, nonce, reply_to)),
        added AS (
            INSERT INTO events (id, room, type, user_id, at, text, nonce, reply_to)
            SELECT id, room, 'message', user_id, at, text, nonce, reply_to FROM said
            ON CONFLICT (user_id, nonce) WHERE nonce IS NOT NULL DO NOTHING RETURNING id),
        named AS (
            INSERT INTO mentions (user_id, room, message)
            SELECT mention.user_id, said.room, said.id
            FROM unnest($14::bigint[], $15::bigint[]) AS mention (n, user_id) JOIN said USING (n) JOIN added ON added.id = said.id ON CONFLICT DO NOTHING)
        SELECT before, added.id FROM counter LEFT JOIN added ON true
        """;

    private const string Note =
        $"""
        INSERT INTO journal (id, server, at, change)
        SELECT last - $3 + n, $1, {Turn.Now}, change FROM log, unnest($4::bigint[], $5::text[]) AS note (n, change) WHERE (SELECT batch FROM servers WHERE id = $1) = $2
        """;

    /// <summary>Whether a change may be in such a batch.</summary>
    public static bool Takes(Change change) => change is PostMessage { Message.Attachments.Count: 0 } or CountTries;

    public override Appended Write(NpgsqlConnection connection, Turn turn)
    {
        using var batch = new NpgsqlBatch(connection);
        batch.Add(Turn.Take, turn.Server, turn.Batch);
        batch.Add(Post, [turn.Server, turn.Batch, (long)changes.Count, .. Authors(), .. Messages(), .. Mentions()]);
        if (tries.Count > 0) batch.Add(Note, turn.Server, turn.Batch, (long)changes.Count, tries.Select(one => one.N).ToArray(), tries.Select(one => one.Counted.ToJson()).ToArray());
        batch.Add(Turn.End, turn.Server, turn.Batch);

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
        var before = upTo - changes.Count;
        var added = connection.Query("SELECT id FROM events WHERE id > $1 AND id <= $2", row => row.GetInt64(0), null, before, upTo);
        return ToAppended(connection, before, [.. added]);
    }

    private Appended ToAppended(NpgsqlConnection connection, long before, HashSet<long> added)
    {
        var outcomes = new Outcome[changes.Count];
        foreach (var (_, n) in tries) outcomes[n - 1] = new Outcome.Done(before + n);
        foreach (var (post, n) in posts)
        {
            var message = post.Message with { Id = before + n };
            outcomes[n - 1] = added.Contains(message.Id)
                ? new Outcome.Happened(new MessageEvent(message.Id, message.Room, message))
                : FindRepeated(connection, post);
        }
        return new(outcomes, before + outcomes.Length, before);
    }

    private static Outcome FindRepeated(NpgsqlConnection connection, PostMessage post) =>
        Queries.MessagesWhere(connection, "e.user_id = $1 AND e.nonce = $2", null, post.Author.Id, post.Message.Nonce) is [var message]
            ? new Outcome.Repeated(message)
            : new Outcome.Moot();

    // With their places among the ids of the batch, counted from 1.
    private static IEnumerable<(T Change, long N)> Of<T>(IReadOnlyList<Change> changes) where T : Change =>
        changes.Index().Where(one => one.Item is T).Select(one => ((T)one.Item, one.Index + 1L));

    private object[] Authors()
    {
        var authors = posts.Select(one => one.Post.Author).DistinctBy(author => author.Id).ToList();
        return [authors.Select(a => a.Id).ToArray(), authors.Select(a => a.Name.Value).ToArray(), authors.Select(a => a.Name.Key).ToArray()];
    }

    private object[] Messages() =>
    [
        posts.Select(one => one.N).ToArray(),
        posts.Select(one => one.Post.Message.Room).ToArray(),
        posts.Select(one => one.Post.Author.Id).ToArray(),
        posts.Select(one => Sql.ToMilliseconds(one.Post.Message.At)).ToArray(),
        posts.Select(one => one.Post.Message.Text).ToArray(),
        posts.Select(one => one.Post.Message.Nonce).ToArray(),
        posts.Select(one => one.Post.Message.ReplyTo).ToArray(),
    ];

    private object[] Mentions()
    {
        var mentions = posts.SelectMany(one => one.Post.Mentions.Select(user => (one.N, User: user))).ToList();
        return [mentions.Select(m => m.N).ToArray(), mentions.Select(m => m.User).ToArray()];
    }
}
