using System.Data.Common;

namespace Snug.Server.Store;

/// <summary>The streams of events that a reader's own is put together from, as far as they are in the store.</summary>
internal static class EventQueries
{
    private const string Select = $"SELECT {Queries.MessageColumns}, e.type, e.target FROM events e JOIN users u ON u.id = e.user_id WHERE";

    private const string IsPublic = "e.room IN (SELECT id FROM rooms WHERE kind = 'public')";

    /// <summary>What happened in a room, but for the news of public rooms: those are everyone's.</summary>
    public static EventPage OfRoom(DbConnection connection, long room, long after, long upTo, int limit) =>
        Read(connection, $"e.room = $1 AND e.id > $2 AND e.id <= $3 AND NOT (e.type = 'room' AND {IsPublic}) ORDER BY e.id LIMIT $4", room, after, upTo, limit);

    /// <summary>The news of public rooms.</summary>
    public static EventPage OfDirectory(DbConnection connection, long after, long upTo, int limit) =>
        Read(connection, $"e.type = 'room' AND e.id > $1 AND e.id <= $2 AND {IsPublic} ORDER BY e.id LIMIT $3", after, upTo, limit);

    /// <summary>What concerns one user alone: rooms left, and how far they have read.</summary>
    public static EventPage OfUser(DbConnection connection, long user, long after, long upTo, int limit)
    {
        var heard = Read(connection, "e.audience = $1 AND e.id > $2 AND e.id <= $3 ORDER BY e.id LIMIT $4", user, after, upTo, limit);
        var read = connection.Query<EventRecord>(
            "SELECT read_event, room, read_up_to FROM members WHERE user_id = $1 AND read_event > $2 AND read_event <= $3 ORDER BY read_event",
            row => new ReadEvent(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), user), null, user, after, heard.UpTo);
        return heard with { Events = [.. heard.Events.Concat(read).OrderBy(happened => happened.Id)] };
    }

    /// <summary>Whatever happened behind <c>$1</c> up to <c>$2</c>, for a server that follows the others: for <see cref="ReadRow"/>.</summary>
    public const string OfAll = $"{Select} e.id > $1 AND e.id <= $2 ORDER BY e.id";

    // The last two values of every condition are where to stop and how many rows to read.
    private static EventPage Read(DbConnection connection, string condition, params ReadOnlySpan<object?> values)
    {
        var (upTo, limit) = ((long)values[^2]!, (int)values[^1]!);
        var rows = connection.Query($"{Select} {condition}", ReadRow, null, values);
        return new(ToEvents(connection, rows), rows.Count < limit ? upTo : rows[^1].Id);
    }

    /// <summary>Reads a row, of which <see cref="ToEvents"/> makes an event.</summary>
    public static EventRow ReadRow(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(10), new(row.GetInt64(2), row.GetString(3)), row.Number(11), row.Text(5), IsPlain(row) ? Queries.ReadMessage(row) : null);

    /// <summary>Makes events of rows, after a look at what does not stand in them; without those that are about a message that has been deleted since.</summary>
    public static IReadOnlyList<EventRecord> ToEvents(DbConnection connection, IReadOnlyCollection<EventRow> rows)
    {
        var messages = Queries.Messages(connection, [.. rows.Where(row => row is { Type: "message", Plain: null } or { Type: "edited" }).Select(row => row.Target ?? row.Id).Distinct()])
            .ToDictionary(message => message.Id);
        var changed = rows.Where(row => row.Type == "room").Select(row => row.Room).Distinct().ToList();
        var rooms = changed.Count == 0 ? [] : connection.Query(
                $"SELECT id, name, topic, kind, archived FROM rooms WHERE id IN ({Queries.Join(changed)})",
                Queries.ReadRoom, null)
            .ToDictionary(room => room.Id);
        return [.. rows.Select(row => row.ToEvent(messages, rooms)).OfType<EventRecord>()];
    }

    // Nearly every event is a message with nothing but a text: it needs no second look.
    private static bool IsPlain(DbDataReader row) => row.GetString(10) == "message" && !row.IsDBNull(5) && !row.GetBoolean(9);
}
