namespace Snug.Server.Store;

/// <summary>What the server keeps in memory, as the database has it at the start.</summary>
/// <param name="Users">Everyone who keeps a name, has a session, or is in a direct room; of other guests nothing is left but what they said.</param>
internal sealed record World(
    IReadOnlyList<UserRecord> Users,
    IReadOnlyList<RoomRecord> Rooms,
    IReadOnlyList<MembershipRecord> Members,
    IReadOnlyList<SessionRecord> Sessions,
    IReadOnlyList<string> Bans);
