namespace Snug.Server.Store;

/// <summary>Rooms, who is in them, and how far they have read.</summary>
internal static class RoomWriter
{
    public static Outcome Open(Statements sql, long id, OpenRoom open)
    {
        var added = sql.Run(
            "INSERT INTO rooms (name, key, topic, kind) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            open.Room.Name, open.Key, open.Room.Topic, open.Room.Kind);
        var room = (long)sql.Read("SELECT id FROM rooms WHERE key = $1", open.Key)!;
        if (added == 0) return new Outcome.Exists(room);

        foreach (var member in open.Members) AddMember(sql, id, room, member);
        AddEvent(sql, id, room, "room", open.Members[0], open.At);
        return new Outcome.Happened(new RoomEvent(id, room, open.Room with { Id = room }, open.Members[0].Ref));
    }

    public static Outcome Change(Statements sql, long id, ChangeRoom changed)
    {
        var room = changed.Room;
        var taken = sql.Read("SELECT id FROM rooms WHERE key = $1 AND id <> $2", changed.Key, room.Id);
        if (taken is long other) return new Outcome.Exists(other);

        sql.Run(
            "UPDATE rooms SET name = $1, key = $2, topic = $3, archived = $4 WHERE id = $5",
            room.Name, changed.Key, room.Topic, room.Archived ? 1 : 0, room.Id);
        AddEvent(sql, id, room.Id, "room", changed.By, changed.At);
        return new Outcome.Happened(new RoomEvent(id, room.Id, room, changed.By.Ref));
    }

    public static Outcome Join(Statements sql, long id, JoinRoom join)
    {
        if (AddMember(sql, id, join.Room, join.User) == 0) return new Outcome.Moot();

        AddEvent(sql, id, join.Room, "joined", join.User, join.At);
        return new Outcome.Happened(new JoinedEvent(id, join.Room, join.User.Ref));
    }

    public static Outcome Leave(Statements sql, long id, LeaveRoom leave)
    {
        if (sql.Run("DELETE FROM members WHERE room = $1 AND user_id = $2", leave.Room, leave.User.Id) == 0) return new Outcome.Moot();

        // The one who leaves no longer hears the room, but has to hear this.
        sql.Run(
            "INSERT INTO events (id, room, type, user_id, at, audience) VALUES ($1, $2, 'left', $3, $4, $3)",
            id, leave.Room, leave.User.Id, leave.At);
        return new Outcome.Happened(new LeftEvent(id, leave.Room, leave.User.Ref));
    }

    // The newest reading replaces the one before it: readers need to know only how far somebody has come.
    public static Outcome Read(Statements sql, long id, ReadRoom read)
    {
        // Everyone is in the lobby, also those of whom nothing is written yet; of any other room they may have left meanwhile.
        if (read.Room == RoomRecord.Lobby)
            sql.Run("INSERT INTO members (room, user_id, joined, read_up_to) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING", read.Room, read.User.Id, id);
        var moved = sql.Run(
            "UPDATE members SET read_up_to = $3, read_event = $4 WHERE room = $1 AND user_id = $2 AND read_up_to < $3",
            read.Room, read.User.Id, read.UpTo, id);
        return moved == 0 ? new Outcome.Moot() : new Outcome.Happened(new ReadEvent(id, read.Room, read.UpTo, read.User.Id));
    }

    private static int AddMember(Statements sql, long id, long room, UserRecord user)
    {
        AccountWriter.AddUser(sql, user);
        return sql.Run(
            "INSERT INTO members (room, user_id, joined, read_up_to) VALUES ($1, $2, $3, $3) ON CONFLICT DO NOTHING", room, user.Id, id);
    }

    private static void AddEvent(Statements sql, long id, long room, string type, UserRecord by, DateTime at) =>
        sql.Run("INSERT INTO events (id, room, type, user_id, at) VALUES ($1, $2, $3, $4, $5)", id, room, type, by.Id, at);
}
