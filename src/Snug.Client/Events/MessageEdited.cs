namespace Snug.Client;

/// <summary>A message was changed.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room.</param>
/// <param name="Message">The message as it is now.</param>
public sealed record MessageEdited(long Id, long Room, Message Message) : RoomEvent(Id, Room);
