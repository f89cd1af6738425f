namespace Snug.Client;

/// <summary>An emoji was put under a message, or taken away.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room.</param>
/// <param name="MessageId">The id of the message.</param>
/// <param name="Emoji">The emoji itself.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Added">True when it was put there, false when it was taken away.</param>
public sealed record ReactionChanged(long Id, long Room, long MessageId, string Emoji, Sender User, bool Added) : RoomEvent(Id, Room);
