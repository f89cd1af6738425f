using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>What somebody may see. Everything is found through its asker, so that no check can be forgotten.</summary>
internal static class Sight
{
    public static bool MaySee(this Person asker, Room room) => room.Record.Kind == RoomKind.Public || room.Has(asker);

    /// <summary>A room that the asker may see; null for one that is not there, or not for them.</summary>
    public static Room? RoomFor(this ChatState state, Person asker, long id) =>
        state.FindRoom(id) is { } room && asker.MaySee(room) ? room : null;

    /// <summary>A message in a room that the asker may see.</summary>
    public static async Task<MessageRecord?> MessageForAsync(this ChatState state, Log log, Person asker, long id) =>
        await log.ReadAsync(connection => Queries.Messages(connection, [id])) is [var message] && state.RoomFor(asker, message.Room) is not null
            ? message
            : null;

    /// <summary>Whether the asker may say or do something in a room they can see.</summary>
    /// <returns>Null, or why not.</returns>
    public static Refusal? MaySpeak(this Person asker, Room room) =>
        !room.Has(asker) ? Refusal.NotJoined : room.Record.Archived ? Refusal.Archived : null;
}
