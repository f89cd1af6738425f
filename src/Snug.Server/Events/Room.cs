using System.Collections.Concurrent;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>A room in memory: what it is, who is in it, what happened in it. Only the log's writer changes it.</summary>
internal sealed class Room(RoomRecord record, long newest)
{
    private readonly ConcurrentDictionary<long, Person> members = new();
    private RoomRecord record = record;

    public long Id => record.Id;

    public RoomRecord Record
    {
        get => Volatile.Read(ref record);
        set => Volatile.Write(ref record, value);
    }

    /// <summary>Whether it is the room that everyone is in.</summary>
    public bool IsLobby => Id == RoomRecord.Lobby;

    public EventStream Stream { get; } = new(newest, EventQueries.OfRoom, record.Id);

    /// <summary>Who is in it; of the lobby nobody, since everyone is.</summary>
    public IEnumerable<Person> Members => members.Values;

    public bool Has(Person person) => IsLobby || members.ContainsKey(person.Id);

    public void Add(Person person) => members[person.Id] = person;

    public void Remove(Person person) => members.TryRemove(person.Id, out _);
}
