using System.Globalization;
using System.Text;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Rooms: opening, joining, leaving, inviting, and how far they are read.</summary>
internal sealed class Rooms(ChatState state, Log log, Presence presence, SharedLimits shared, TimeProvider time)
{
    private readonly Tries openings = new(time, shared, "openings", Limits.OpeningBurst, Limits.OpeningsPerSecond);

    public async ValueTask<Answer<Room>> OpenAsync(Session session, string? name, string? topic, bool isPrivate)
    {
        if (Judge(name, topic) is { } refusal) return refusal;
        if (MayBeInOneMore(session.Person) is { } full) return full;
        if (TryOpen(session) is { } pause) return Refusal.TooFast(pause);

        var kind = isPrivate ? RoomKind.Private : RoomKind.Public;
        var record = new RoomRecord(0, MessageText.ReadLine(name!, Limits.RoomName)!, MessageText.ReadLine(topic ?? "", Limits.RoomTopic)!, kind);
        var opened = await OpenAsync(record, KeyOf(record), [session.Person]);
        if (!opened.IsGranted) return opened.Refusal;
        return opened.Value.IsNew ? opened.Value.Room : Refusal.NameTaken(record.Name);
    }

    /// <summary>The one room of exactly these people and the asker, and whether it was opened just now.</summary>
    public async ValueTask<Answer<(Room Room, bool IsNew)>> OpenDirectAsync(Session session, IReadOnlyList<string> names)
    {
        var people = new List<Person> { session.Person };
        foreach (var name in names.Take(Limits.DirectPeople))
        {
            if (Find(name) is not { } person) return Refusal.NoSuchUser(name);
            if (!people.Contains(person)) people.Add(person);
        }
        if (people.Count < 2 || names.Count >= Limits.DirectPeople)
            return Refusal.Invalid("invalid-people", $"a direct room is for you and 1 to {Limits.DirectPeople - 1} others");
        if (people.FirstOrDefault(HasManyDirectRooms) is { } busy && FindDirect(people) is null)
            return Refusal.Invalid("too-many-rooms", $"{busy.User.Name.Value} is in {Limits.DirectRoomsPerUser} direct rooms already");
        if (TryOpen(session) is { } pause) return Refusal.TooFast(pause);

        people.Sort((one, other) => one.Id.CompareTo(other.Id));
        var key = "direct:" + string.Join(',', people.Select(person => person.Id));
        var title = string.Join(", ", people.Select(person => person.User.Name.Value));
        return await OpenAsync(new RoomRecord(0, title, "", RoomKind.Direct), key, people);
    }

    public async ValueTask<Refusal?> JoinAsync(Session session, long id)
    {
        var asker = session.Person;
        if (state.RoomFor(asker, id) is not { } room) return Refusal.NotFound;
        if (room.Has(asker)) return null;
        if (MayBeInOneMore(asker) is { } full) return full;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        return await log.EnsureAsync(new JoinRoom(asker.User, room.Id, time.Now()));
    }

    public async ValueTask<Refusal?> LeaveAsync(Session session, long id)
    {
        var asker = session.Person;
        if (state.RoomFor(asker, id) is not { } room) return Refusal.NotFound;
        if (room.IsLobby || room.Record.Kind == RoomKind.Direct) return Refusal.NotAllowed;
        if (!room.Has(asker)) return null;

        return await log.EnsureAsync(new LeaveRoom(asker.User, room.Id, time.Now()));
    }

    /// <summary>Brings somebody into a room: the way into a private one.</summary>
    public async ValueTask<Refusal?> InviteAsync(Session session, long id, string? name)
    {
        var asker = session.Person;
        if (state.RoomFor(asker, id) is not { } room) return Refusal.NotFound;
        if (!room.Has(asker)) return Refusal.NotJoined;
        if (room.Record.Kind == RoomKind.Direct) return Refusal.NotAllowed;
        if (name is null || Find(name) is not { } guest) return Refusal.NoSuchUser(name ?? "");
        if (room.Has(guest)) return null;
        if (MayBeInOneMore(guest) is { } full) return full;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        return await log.EnsureAsync(new JoinRoom(guest.User, room.Id, time.Now()));
    }

    /// <summary>An admin takes somebody out of a room.</summary>
    public async ValueTask<Refusal?> RemoveAsync(Session session, long id, long user)
    {
        var asker = session.Person;
        if (state.RoomFor(asker, id) is not { } room) return Refusal.NotFound;
        if (asker.User.Role != Role.Admin || room.Record.Kind == RoomKind.Direct) return Refusal.NotAllowed;
        if (state.FindPerson(user) is not { } person || room.IsLobby || !room.Has(person)) return Refusal.NotFound;

        return await log.EnsureAsync(new LeaveRoom(person.User, room.Id, time.Now()));
    }

    /// <summary>Renames a room, gives it another topic, or archives it. Null leaves a thing as it is.</summary>
    public async ValueTask<Answer<Room>> ChangeAsync(Session session, long id, string? name, string? topic, bool? archived)
    {
        if (state.RoomFor(session.Person, id) is not { } room) return Refusal.NotFound;
        if (session.Person.User.Role != Role.Admin || room.IsLobby || room.Record.Kind == RoomKind.Direct) return Refusal.NotAllowed;
        if (Judge(name ?? room.Record.Name, topic) is { } refusal) return refusal;

        var changed = room.Record with
        {
            Name = MessageText.ReadLine(name ?? room.Record.Name, Limits.RoomName)!,
            Topic = MessageText.ReadLine(topic ?? room.Record.Topic, Limits.RoomTopic)!,
            Archived = archived ?? room.Record.Archived,
        };
        var carriedOut = await log.CarryOutAsync(new ChangeRoom(session.Person.User, changed, KeyOf(changed), time.Now()));
        if (!carriedOut.IsGranted) return carriedOut.Refusal;
        return carriedOut.Value is Outcome.Exists ? Refusal.NameTaken(changed.Name) : room;
    }

    public async ValueTask<Refusal?> ReadAsync(Session session, long id, long upTo)
    {
        var asker = session.Person;
        if (state.RoomFor(asker, id) is not { } room) return Refusal.NotFound;
        if (!room.Has(asker)) return Refusal.NotJoined;
        if (upTo < 0 || upTo > state.Head) return Refusal.Invalid("invalid-id", "nothing has that id yet");
        if (asker.ReadUpTo(room) >= upTo) return null;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        return await log.EnsureAsync(new ReadRoom(asker.User, room.Id, upTo));
    }

    private async ValueTask<Answer<(Room Room, bool IsNew)>> OpenAsync(RoomRecord record, string key, IReadOnlyList<Person> members)
    {
        // Direct rooms are counted by their people, so that they do not use up what all the others share.
        if (record.Kind != RoomKind.Direct && state.Rooms.Count(room => room.Record.Kind != RoomKind.Direct) >= Limits.Rooms)
            return Refusal.Invalid("too-many-rooms", $"there are {Limits.Rooms} rooms already");

        var carriedOut = await log.CarryOutAsync(new OpenRoom(record, key, [.. members.Select(member => member.User)], time.Now()));
        if (!carriedOut.IsGranted) return carriedOut.Refusal;
        return carriedOut.Value switch
        {
            Outcome.Happened { Event: RoomEvent opened } => (state.FindRoom(opened.Room)!, true),
            Outcome.Exists known => (state.FindRoom(known.Room)!, false),
            _ => Refusal.Unavailable,
        };
    }

    private Person? Find(string name) => UserName.TryParse(name, out var parsed) ? presence.Find(parsed) : null;

    private TimeSpan? TryOpen(Session session) => session.TryPost() ?? openings.TryTake($"{session.Person.Id}");

    private static bool HasManyDirectRooms(Person person) =>
        person.Rooms.Count(room => room.Record.Kind == RoomKind.Direct) >= Limits.DirectRoomsPerUser;

    private static Room? FindDirect(List<Person> people) =>
        people[0].Rooms.FirstOrDefault(room => room.Record.Kind == RoomKind.Direct && room.Members.Count() == people.Count && people.All(room.Has));

    // Direct rooms do not count: others open them.
    private static Refusal? MayBeInOneMore(Person person) =>
        person.Rooms.Count(room => room.Record.Kind != RoomKind.Direct) < Limits.RoomsPerUser ? null : Refusal.Invalid("too-many-rooms", $"nobody is in more than {Limits.RoomsPerUser} rooms");

    private static Refusal? Judge(string? name, string? topic) =>
        MessageText.ReadLine(name ?? "", Limits.RoomName) is not { } line || MessageText.ShowsNothing(line)
            ? Refusal.Invalid("invalid-room-name", $"a room's name has 1 to {Limits.RoomName} characters")
            : MessageText.ReadLine(topic ?? "", Limits.RoomTopic) is null
                ? Refusal.Invalid("invalid-topic", $"a topic has at most {Limits.RoomTopic} characters")
                : null;

    // As with users, upper case first; the prefix keeps names apart from the keys of direct rooms.
    private static string KeyOf(RoomRecord room)
    {
        // Names of private rooms may repeat: that one is taken would tell that there is such a room.
        if (room.Kind == RoomKind.Private) return "private:" + Tokens.Create();

        // What cannot be seen tells no rooms apart.
        var seen = string.Concat(room.Name.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format));
        var folded = seen.ToUpperInvariant().ToLowerInvariant();
        return folded == "lobby" ? folded : "room:" + folded;
    }
}
