namespace Snug.Client;

/// <summary>A room was opened, renamed, given another topic, or closed.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room.</param>
/// <param name="Details">The room as it is now.</param>
/// <param name="User">By whom.</param>
public sealed record RoomChanged(long Id, long Room, RoomDetails Details, Sender User) : RoomEvent(Id, Room);
