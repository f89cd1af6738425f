namespace Snug.Client;

/// <summary>Somebody went out of a room.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room.</param>
/// <param name="User">Who.</param>
public sealed record UserLeft(long Id, long Room, Sender User) : RoomEvent(Id, Room);
