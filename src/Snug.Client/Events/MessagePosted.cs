namespace Snug.Client;

/// <summary>Somebody said something; one's own messages come back too.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room.</param>
/// <param name="Message">What was said.</param>
public sealed record MessagePosted(long Id, long Room, Message Message) : RoomEvent(Id, Room);
