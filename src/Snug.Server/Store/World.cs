namespace Snug.Server.Store;

/// <summary>What the server keeps in memory, as the database has it at the start.</summary>
/// <param name="Users">Everyone who is in a room, keeps a name, or has a session.</param>
internal sealed record World(
    IReadOnlyList<UserRecord> Users,
    IReadOnlyList<RoomRecord> Rooms,
    IReadOnlyList<MembershipRecord> Members,
    IReadOnlyList<SessionRecord> Sessions,
    IReadOnlyList<string> Bans);
