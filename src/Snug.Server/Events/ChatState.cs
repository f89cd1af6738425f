using System.Collections.Concurrent;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>
/// What all events so far add up to: the rooms and the people in them. Rooms and who is in them are changed by the log's
/// writer alone, event by event, so that nobody sees one before it is on the disk; people come and go with their sessions.
/// </summary>
internal sealed class ChatState
{
    private readonly ConcurrentDictionary<long, Room> rooms = new();
    private readonly ConcurrentDictionary<long, Person> people = new();
    private readonly HashSet<EventStream> busy = [];
    private long head, known;

    public ChatState(World world, EventEncoding encoding)
    {
        var newest = world.LastId;
        Encoding = encoding;
        (head, known) = (newest, newest);
        Directory = new(newest, (connection, _, after, upTo, limit) => EventQueries.OfDirectory(connection, after, upTo, limit));
        foreach (var room in world.Rooms) rooms[room.Id] = new(room, newest);
        Lobby = rooms[RoomRecord.Lobby];
        foreach (var user in world.Users) Meet(user);
        foreach (var member in world.Members)
        {
            if (!people.TryGetValue(member.User, out var person)) continue;
            if (member.Room != RoomRecord.Lobby) person.Enter(rooms[member.Room]);
            person.MarkRead(member.Room, member.ReadUpTo);
        }
    }

    /// <summary>The newest event of the chat that readers may be given.</summary>
    public long Head => Volatile.Read(ref head);

    /// <summary>What has been taken in of the log: at or behind <see cref="Head"/>, because servers also write what readers hear nothing of.</summary>
    public long Known => Volatile.Read(ref known);

    public EventEncoding Encoding { get; }

    public Room Lobby { get; }

    /// <summary>The news of public rooms, which everyone hears.</summary>
    public EventStream Directory { get; }

    public IEnumerable<Room> Rooms => rooms.Values;

    public Room? FindRoom(long id) => rooms.GetValueOrDefault(id);

    public Person? FindPerson(long id) => people.GetValueOrDefault(id);

    /// <summary>Takes somebody into memory who has come in.</summary>
    public Person Meet(UserRecord user)
    {
        var person = new Person(user, Lobby, Head);
        people[user.Id] = person;
        return person;
    }

    /// <summary>Forgets a guest who is gone.</summary>
    public void Forget(Person person) => people.TryRemove(person.Id, out _);

    /// <summary>Takes in what has happened, in the order of the log, then lets it be read and ends the waits for it.</summary>
    /// <param name="happenings">What has happened.</param>
    /// <param name="newest">The id up to which that is all.</param>
    /// <param name="heard">Told of changes without an event.</param>
    public void TakeIn(IReadOnlyList<Happening> happenings, long newest, Action<SharedChange, bool>? heard)
    {
        var touched = new HashSet<EventStream>();
        foreach (var one in happenings)
        {
            if (one.Event is { } happened) Apply(happened, one.Entered, touched);
            else heard?.Invoke(one.Change!, one.IsOwn);
        }
        if (happenings.LastOrDefault(one => one.Event is not null) is { } last) Volatile.Write(ref head, last.Id);
        Volatile.Write(ref known, newest);
        foreach (var stream in touched) stream.Release();
        TrimBusy(touched);
    }

    // A room that falls silent after a flood lets go of it with whatever happens next anywhere: in memory is what all of them were told in the last seconds.
    private void TrimBusy(HashSet<EventStream> touched)
    {
        foreach (var stream in touched)
            if (stream.IsBusy) busy.Add(stream);
        if (busy.Count == 0) return;
        foreach (var stream in busy) stream.Trim(Encoding.Now);
        busy.RemoveWhere(stream => !stream.IsBusy);
    }

    private void Apply(EventRecord happened, IReadOnlyList<long> entered, HashSet<EventStream> touched)
    {
        if (!rooms.TryGetValue(happened.Room, out var room)) room = Open((RoomEvent)happened);
        var encoded = Encoding.Encode(happened);
        switch (happened)
        {
            case EditedEvent edited:
                room.Stream.Replace(Encoding.Encode(new MessageEvent(edited.Message.Id, edited.Room, edited.Message)));
                break;
            case DeletedEvent deleted:
                room.Stream.Replace(new(deleted.MessageId, [], [], encoded.At));
                break;
            case JoinedEvent joined:
                Enter(joined.User.Id, room, happened.Id, touched);
                break;
            case LeftEvent left when FindPerson(left.User.Id) is { } leaver:
                leaver.Leave(room);
                Tell(leaver.Own, encoded, touched);
                break;
            case RoomEvent changed:
                room.Record = changed.Details;
                break;
            case ReadEvent read:
                if (FindPerson(read.Reader) is not { } reader) return;
                reader.MarkRead(read.Room, read.UpTo);
                Tell(reader.Own, encoded, touched);
                return;
        }
        foreach (var member in entered) Enter(member, room, happened.Id, touched);
        Tell(happened is RoomEvent { Details.Kind: RoomKind.Public } ? Directory : room.Stream, encoded, touched);
    }

    // A room's first news is its opening.
    private Room Open(RoomEvent opened) => rooms[opened.Room] = new Room(opened.Details, opened.Id - 1);

    private void Enter(long user, Room room, long at, HashSet<EventStream> touched)
    {
        if (FindPerson(user) is not { } person) return;
        person.Enter(room);
        person.MarkRead(room.Id, at);
        // Its waits do not listen to this room yet.
        touched.Add(person.Own);
    }

    private static void Tell(EventStream stream, Event encoded, HashSet<EventStream> touched)
    {
        stream.Add(encoded);
        touched.Add(stream);
    }
}
