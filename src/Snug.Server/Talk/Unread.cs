using System.Data.Common;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>A room as somebody sees it in their list.</summary>
/// <param name="LastId">The newest message's id; 0 where there is none.</param>
/// <param name="ReadUpTo">The id up to which they have read; 0 where they are not in the room.</param>
internal sealed record RoomView(RoomRecord Room, bool Joined, long Unread, long Mentions, long LastId, long ReadUpTo);

/// <summary>Which rooms somebody sees, and what in them they have not read: counted in the store, so never wrong.</summary>
internal sealed class Unread(ChatState state, Log log)
{
    public async ValueTask<IReadOnlyList<RoomView>> RoomsForAsync(Person asker)
    {
        var rooms = state.Rooms.Where(asker.MaySee).OrderBy(room => room.Id).ToList();
        return await log.ReadAsync(connection => rooms.ConvertAll(room => View(connection, asker, room)));
    }

    public async ValueTask<RoomView> RoomForAsync(Person asker, Room room) =>
        await log.ReadAsync(connection => View(connection, asker, room));

    private static RoomView View(DbConnection connection, Person asker, Room room)
    {
        var lastId = Count(connection, "SELECT coalesce(max(id), 0) FROM events WHERE room = $1 AND type = 'message' AND text IS NOT NULL", room.Id);
        var record = room.Record with { Name = NameFor(asker, room) };
        if (!room.Has(asker)) return new(record, false, 0, 0, lastId, 0);

        var readUpTo = asker.ReadUpTo(room);
        if (lastId <= readUpTo) return new(record, true, 0, 0, lastId, readUpTo);

        var unread = Count(
            connection, "SELECT count(*) FROM events WHERE room = $1 AND id > $2 AND user_id <> $3 AND type = 'message' AND text IS NOT NULL",
            room.Id, readUpTo, asker.Id);
        var mentions = Count(connection, "SELECT count(*) FROM mentions WHERE user_id = $1 AND room = $2 AND message > $3", asker.Id, room.Id, readUpTo);
        return new(record, true, unread, mentions, lastId, readUpTo);
    }

    private static long Count(DbConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        connection.Query(sql, row => row.GetInt64(0), null, values)[0];

    // A direct room is called by the others in it.
    private static string NameFor(Person asker, Room room) =>
        room.Record.Kind == RoomKind.Direct
            ? string.Join(", ", room.Members.Where(member => member != asker).Select(member => member.User.Name.Value).Order(StringComparer.Ordinal))
            : room.Record.Name;
}
