namespace Snug.Client;

/// <summary>This user, on whatever device, has read on; unread counts follow.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room.</param>
/// <param name="UpTo">The id of the newest message that was read.</param>
public sealed record RoomRead(long Id, long Room, long UpTo) : RoomEvent(Id, Room);
