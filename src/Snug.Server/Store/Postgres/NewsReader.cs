using Npgsql;
using Snug.Protocol;

namespace Snug.Server.Store.Postgres;

/// <summary>Reads the log as other servers have written it.</summary>
internal static class NewsReader
{
    /// <param name="connection">Where to read.</param>
    /// <param name="after">What is known already.</param>
    /// <param name="server">Who reads.</param>
    /// <exception cref="ServerLostException">The others took this server for dead.</exception>
    /// <exception cref="StoreException">The log has gone back: acknowledged events are lost.</exception>
    public static News Read(NpgsqlConnection connection, long after, long server)
    {
        // Ids become visible in order: all up to this one is there to be read by what follows.
        var (last, isAlive, hasReadings, hasChanges) = connection.Query(
            """
            SELECT last, EXISTS (SELECT 1 FROM servers WHERE id = $1), EXISTS (SELECT 1 FROM members WHERE read_event > $2), EXISTS (SELECT 1 FROM journal WHERE id > $2)
            FROM log
            """,
            row => (row.GetInt64(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3)), null, server, after)[0];
        if (!isAlive) throw new ServerLostException();
        if (last < after) throw new ServerLostException($"the database has lost what was acknowledged: its log ends with {last}, and this server knows {after}");
        if (last == after) return new([], after);

        var upTo = Math.Min(last, after + Limits.NewsPage);
        var events = EventQueries.OfAll(connection, after, upTo, Limits.NewsPage);
        var rooms = events.OfType<RoomEvent>().Select(one => one.Id).ToArray();
        var entered = rooms.Length == 0 ? null : connection.Query(
            "SELECT joined, user_id FROM members WHERE joined = ANY($1::bigint[]) AND room = ANY($2::bigint[])", row => (At: row.GetInt64(0), User: row.GetInt64(1)), null,
            rooms, events.OfType<RoomEvent>().Select(one => one.Room).ToArray()).ToLookup(one => one.At, one => one.User);
        var readings = !hasReadings ? [] : connection.Query<EventRecord>(
            "SELECT read_event, room, read_up_to, user_id FROM members WHERE read_event > $1 AND read_event <= $2",
            row => new ReadEvent(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), null, after, upTo);
        var changes = !hasChanges ? [] : connection.Query(
            "SELECT id, change FROM journal WHERE id > $1 AND id <= $2", row => new Happening(row.GetInt64(0), null, [], SharedChange.Parse(row.GetString(1))), null, after, upTo);

        var happenings = events.Concat(readings).Select(one => new Happening(one.Id, one, [.. entered?[one.Id] ?? []], null)).Concat(changes);
        return new([.. happenings.OrderBy(one => one.Id)], upTo);
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
}
