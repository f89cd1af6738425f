using System.Text.Json.Serialization;

namespace Snug.Server.Store;

/// <summary>Something that happened, at its place in the one order of the whole chat. Its JSON is what readers are given.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageEvent), "message")]
[JsonDerivedType(typeof(EditedEvent), "edited")]
[JsonDerivedType(typeof(DeletedEvent), "deleted")]
[JsonDerivedType(typeof(ReactionEvent), "reaction")]
[JsonDerivedType(typeof(JoinedEvent), "joined")]
[JsonDerivedType(typeof(LeftEvent), "left")]
[JsonDerivedType(typeof(RoomEvent), "room")]
[JsonDerivedType(typeof(ReadEvent), "read")]
internal abstract record EventRecord([property: JsonPropertyOrder(-2)] long Id, [property: JsonPropertyOrder(-1)] long Room);

internal sealed record MessageEvent(long Id, long Room, MessageRecord Message) : EventRecord(Id, Room);

/// <param name="Message">The message as it stands after the edit.</param>
internal sealed record EditedEvent(long Id, long Room, MessageRecord Message) : EventRecord(Id, Room);

internal sealed record DeletedEvent(long Id, long Room, long MessageId) : EventRecord(Id, Room);

/// <param name="Added">False when the reaction was taken back.</param>
internal sealed record ReactionEvent(long Id, long Room, long MessageId, string Emoji, UserRef User, bool Added) : EventRecord(Id, Room);

internal sealed record JoinedEvent(long Id, long Room, UserRef User) : EventRecord(Id, Room);

internal sealed record LeftEvent(long Id, long Room, UserRef User) : EventRecord(Id, Room);

/// <summary>A room was opened, renamed, given another topic, or archived.</summary>
/// <param name="User">By whom: who opens a room is in it, which their other devices learn from this.</param>
internal sealed record RoomEvent(long Id, long Room, RoomRecord Details, UserRef User) : EventRecord(Id, Room);

/// <summary>The reader has read this room up to here, on whatever device; only they are told.</summary>
internal sealed record ReadEvent(long Id, long Room, long UpTo, [property: JsonIgnore] long Reader) : EventRecord(Id, Room);
