using System.Data.Common;

namespace Snug.Server.Store;

/// <summary>What the server keeps in memory, as the database has it at the start.</summary>
/// <param name="LastId">The newest event's id at that moment; 0 when nothing has happened yet.</param>
/// <param name="LastUserId">The highest user id that was ever stored.</param>
/// <param name="Users">Everyone who keeps a name, has a session, or is in a direct room; of other guests nothing is left but what they said.</param>
internal sealed record World(
    long LastId,
    long LastUserId,
    IReadOnlyList<UserRecord> Users,
    IReadOnlyList<RoomRecord> Rooms,
    IReadOnlyList<MembershipRecord> Members,
    IReadOnlyList<SessionRecord> Sessions,
    IReadOnlyList<string> Bans)
{
    /// <summary>The users whose names are in use at the moment, and who is here by which server; none where one server is alone.</summary>
    public IReadOnlyList<long> Named { get; init; } = [];

    public IReadOnlyList<(long Server, long User)> Here { get; init; } = [];

    public static World Read(DbConnection connection, long lastId, DbTransaction? transaction = null) => new(
        lastId,
        connection.Query("SELECT coalesce(max(id), 0) FROM users", row => row.GetInt64(0), transaction)[0],
        connection.Query(
            """
            SELECT id, name, role, password FROM users
            WHERE role <> 'guest' OR id IN (SELECT user_id FROM sessions)
               OR id IN (SELECT user_id FROM members WHERE room IN (SELECT id FROM rooms WHERE kind = 'direct')) ORDER BY id
            """,
            Queries.ReadUser, transaction),
        connection.Query("SELECT id, name, topic, kind, archived FROM rooms ORDER BY id", Queries.ReadRoom, transaction),
        connection.Query(
            "SELECT room, user_id, read_up_to FROM members", row => new MembershipRecord(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), transaction),
        connection.Query(
            "SELECT token, user_id, cursor, at FROM sessions", row => new SessionRecord((byte[])row[0], row.GetInt64(1), row.GetInt64(2), row.Time(3)), transaction),
        connection.Query("SELECT subject FROM bans", row => row.GetString(0), transaction));
}
