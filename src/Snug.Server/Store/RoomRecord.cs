namespace Snug.Server.Store;

internal enum RoomKind
{
    Public,
}

internal sealed record RoomRecord(long Id, string Name, string Topic, RoomKind Kind);
