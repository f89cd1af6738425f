using Snug.Client;

namespace Snug.Desktop.Model;

/// <summary>The rooms that the person may see, as the server last told of them.</summary>
internal sealed class RoomList
{
    private readonly Dictionary<long, ChatRoom> rooms = [];

    /// <summary>Told after rooms came or went, or one was changed.</summary>
    public event Action? Changed;

    public IEnumerable<ChatRoom> All => rooms.Values;

    /// <summary>Those one is in: rooms by name, the lobby first.</summary>
    public IEnumerable<ChatRoom> Joined => rooms.Values
        .Where(room => room.Info is { Joined: true, Kind: not RoomKind.Direct })
        .OrderBy(room => room.Id == 1 ? 0 : 1)
        .ThenBy(room => room.Info.Name, NameOrder.ByName)
        .ThenBy(room => room.Id);

    /// <summary>Direct conversations in which something was said, the newest first.</summary>
    public IEnumerable<ChatRoom> Direct => rooms.Values
        .Where(room => room.Info is { Joined: true, Kind: RoomKind.Direct })
        .OrderByDescending(room => room.Info.LastId);

    /// <summary>All that one is in, in the order in which they are shown.</summary>
    public IEnumerable<ChatRoom> Mine => Joined.Concat(Direct);

    /// <summary>Rooms that one may read and join.</summary>
    public IEnumerable<ChatRoom> Others => rooms.Values
        .Where(room => room.Info is { Joined: false, Kind: RoomKind.Public })
        .OrderBy(room => room.Info.Archived)
        .ThenBy(room => room.Info.Name, NameOrder.ByName)
        .ThenBy(room => room.Id);

    /// <summary>Unread messages that call the person: mentions, and all of direct conversations.</summary>
    public int Calls => rooms.Values.Sum(room => room.Info.Kind == RoomKind.Direct ? room.Info.Unread : room.Info.Mentions);

    public ChatRoom? Find(long id) => rooms.GetValueOrDefault(id);

    /// <summary>Takes what the server tells of all rooms; what was read of each stays.</summary>
    public void Take(IReadOnlyList<Room> told)
    {
        foreach (var gone in rooms.Keys.Except(told.Select(room => room.Id)).ToList()) rooms.Remove(gone);
        foreach (var info in told)
        {
            if (rooms.TryGetValue(info.Id, out var room)) room.Info = info;
            else Watch(new ChatRoom(info));
        }
        Changed?.Invoke();
    }

    /// <summary>A room that was just opened, or that one was just let into.</summary>
    public ChatRoom Take(Room info)
    {
        if (rooms.TryGetValue(info.Id, out var room)) room.Info = info;
        else
        {
            room = Watch(new ChatRoom(info));
            Changed?.Invoke();
        }
        return room;
    }

    /// <summary>A room that is known before the server was asked.</summary>
    public void Add(ChatRoom room) => Watch(room);

    private ChatRoom Watch(ChatRoom room)
    {
        room.Changed += () => Changed?.Invoke();
        return rooms[room.Id] = room;
    }
}
