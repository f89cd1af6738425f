using System.Collections.Concurrent;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>A user in memory: who it is, the rooms it hears, how far it has read them.</summary>
internal sealed class Person(UserRecord user, Room lobby, long newest)
{
    // Written by the log's writer alone. Most guests never say how far they have read, and an empty one weighs as much as all the rest.
    private ConcurrentDictionary<long, long>? readUpTo;
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
    public EventStream Own { get; } = new(newest, EventQueries.OfUser, user.Id);

    /// <summary>The rooms it is in, the lobby first. Never changed in place: a poll goes through it without making anything.</summary>
    public Room[] Rooms => Volatile.Read(ref rooms);

    public long ReadUpTo(Room room) => Volatile.Read(ref readUpTo) is { } known && known.TryGetValue(room.Id, out var upTo) ? upTo : CameAt;

    public void MarkRead(long room, long upTo)
    {
        if (readUpTo is { } known) known[room] = upTo;
        else Volatile.Write(ref readUpTo, new(concurrencyLevel: 1, [new(room, upTo)], comparer: null));
    }

    public void Enter(Room room)
    {
        room.Add(this);
        if (!rooms.Contains(room)) Volatile.Write(ref rooms, [.. rooms, room]);
    }

    public void Leave(Room room)
    {
        room.Remove(this);
        Volatile.Write(ref rooms, [.. rooms.Where(known => known != room)]);
        readUpTo?.TryRemove(room.Id, out _);
    }
}
