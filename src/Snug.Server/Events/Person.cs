using System.Collections.Concurrent;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>A user in memory: who it is, the rooms it hears, how far it has read them.</summary>
internal sealed class Person(UserRecord user, Room lobby, long newest)
{
    private readonly ConcurrentDictionary<long, long> readUpTo = new();
    private UserRecord user = user;
    private Room[] rooms = [lobby];

    public long Id => user.Id;

    public UserRecord User
    {
        get => Volatile.Read(ref user);
        set => Volatile.Write(ref user, value);
    }

    /// <summary>The newest event when it came: in rooms it has not read yet, what was said before is not news to it.</summary>
    public long CameAt { get; } = newest;

    /// <summary>What concerns this user alone.</summary>
    public EventStream Own { get; } = new(newest, (connection, after, upTo, limit) => EventQueries.OfUser(connection, user.Id, after, upTo, limit));

    /// <summary>The rooms it is in, the lobby first. Never changed in place: a poll goes through it without making anything.</summary>
    public Room[] Rooms => Volatile.Read(ref rooms);

    public long ReadUpTo(Room room) => readUpTo.TryGetValue(room.Id, out var upTo) ? upTo : CameAt;

    public void MarkRead(long room, long upTo) => readUpTo[room] = upTo;

    public void Enter(Room room)
    {
        room.Add(this);
        if (!rooms.Contains(room)) Volatile.Write(ref rooms, [.. rooms, room]);
    }

    public void Leave(Room room)
    {
        room.Remove(this);
        Volatile.Write(ref rooms, [.. rooms.Where(known => known != room)]);
        readUpTo.TryRemove(room.Id, out _);
    }
}
