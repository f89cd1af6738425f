namespace Snug.Client;

/// <summary>Something that happened in a room.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room.</param>
public abstract record RoomEvent(long Id, long Room) : ChatEvent;
