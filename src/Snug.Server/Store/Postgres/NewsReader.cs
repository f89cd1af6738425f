using System.Data.Common;
using Npgsql;
using Snug.Protocol;

namespace Snug.Server.Store.Postgres;

/// <summary>Reads the log as other servers have written it.</summary>
internal static class NewsReader
{
    /// <param name="connection">Where to read.</param>
    /// <param name="after">What is known already.</param>
    /// <param name="wanted">Nothing behind this one is wanted.</param>
    /// <param name="server">Who reads.</param>
    /// <exception cref="ServerLostException">The others took this server for dead, or the log has gone back: acknowledged events are lost.</exception>
    public static News Read(NpgsqlConnection connection, long after, long wanted, long server)
    {
        var (page, upTo) = ReadPage(connection, after, Math.Min(wanted, after + Limits.NewsPage), server);
        if (upTo == after) return new([], after);

        var events = EventQueries.ToEvents(connection, page.Rows);
        var rooms = events.OfType<RoomEvent>().Select(one => one.Id).ToArray();
        var entered = rooms.Length == 0 ? null : connection.Query(
            "SELECT joined, user_id FROM members WHERE joined = ANY($1::bigint[]) AND room = ANY($2::bigint[])", row => (At: row.GetInt64(0), User: row.GetInt64(1)), null,
            rooms, events.OfType<RoomEvent>().Select(one => one.Room).ToArray()).ToLookup(one => one.At, one => one.User);

        var happenings = events.Concat(page.Readings).Select(one => new Happening(one.Id, one, [.. entered?[one.Id] ?? []], null)).Concat(page.Changes);
        return new([.. happenings.OrderBy(one => one.Id)], upTo);
    }

    // One round trip. Each statement sees what was committed when it began, so those behind the first see all up to the log's end that it
    // tells, and may see more, which is left for the next time.
    private static (Page Page, long UpTo) ReadPage(NpgsqlConnection connection, long after, long end, long server)
    {
        using var batch = new NpgsqlBatch(connection);
        batch.Add("SELECT last, EXISTS (SELECT 1 FROM servers WHERE id = $1) FROM log", server);
        batch.Add(EventQueries.OfAll, after, end);
        batch.Add("SELECT read_event, room, read_up_to, user_id FROM members WHERE read_event > $1 AND read_event <= $2", after, end);
        batch.Add("SELECT id, change FROM journal WHERE id > $1 AND id <= $2", after, end);

        using var rows = batch.ExecuteReader();
        rows.Read();
        var (last, isAlive) = (rows.GetInt64(0), rows.GetBoolean(1));
        if (!isAlive) throw new ServerLostException();
        if (last < after) throw new ServerLostException($"the database has lost what was acknowledged: its log ends with {last}, and this server knows {after}");

        var upTo = Math.Min(last, end);
        var page = new Page(
            Next(rows, EventQueries.ReadRow).FindAll(row => row.Id <= upTo),
            Next<EventRecord>(rows, row => new ReadEvent(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3))).FindAll(read => read.Id <= upTo),
            Next(rows, row => new Happening(row.GetInt64(0), null, [], SharedChange.Parse(row.GetString(1)))).FindAll(change => change.Id <= upTo));
        return (page, upTo);
    }

    private static List<T> Next<T>(NpgsqlDataReader rows, Func<DbDataReader, T> read)
    {
        var found = new List<T>();
        rows.NextResult();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }

    /// <summary>What a server begins with: in a transaction that sees one moment.</summary>
    public static World ReadWorld(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var last = connection.Query("SELECT last FROM log", row => row.GetInt64(0), transaction)[0];
        var world = World.Read(connection, last, transaction);
        var known = world.Users.Select(user => user.Id).ToHashSet();
        var named = connection.Query(
            "SELECT user_id, name FROM names",
            row => UserName.TryParse(row.GetString(1), out var name) ? new UserRecord(row.GetInt64(0), name) : throw new StoreException($"user {row.GetInt64(0)} has a name that is none"),
            transaction);
        return world with
        {
            Users = [.. world.Users, .. named.Where(user => !known.Contains(user.Id))],
            Named = [.. named.Select(user => user.Id)],
            Here = connection.Query("SELECT server, user_id FROM here", row => (row.GetInt64(0), row.GetInt64(1)), transaction),
        };
    }

    private sealed record Page(IReadOnlyCollection<EventRow> Rows, IReadOnlyList<EventRecord> Readings, IReadOnlyList<Happening> Changes);
}
