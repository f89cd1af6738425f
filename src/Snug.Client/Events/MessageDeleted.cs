namespace Snug.Client;

/// <summary>A message was taken back, or removed by an admin.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room.</param>
/// <param name="MessageId">The id of the message that is no more.</param>
public sealed record MessageDeleted(long Id, long Room, long MessageId) : RoomEvent(Id, Room);
