namespace Snug.Server.Store;

/// <summary>An event as its row has it.</summary>
/// <param name="Plain">The message where the row is one, and there is nothing else to it.</param>
internal sealed record EventRow(long Id, long Room, string Type, UserRef User, long? Target, string? Text, MessageRecord? Plain)
{
    // Null where it is about a message that has been deleted since.
    public EventRecord? ToEvent(Dictionary<long, MessageRecord> messages, Dictionary<long, RoomRecord> rooms) => Type switch
    {
        "message" when Plain is not null => new MessageEvent(Id, Room, Plain),
        "message" => messages.TryGetValue(Id, out var message) ? new MessageEvent(Id, Room, message) : null,
        "edited" => messages.TryGetValue(Target!.Value, out var message) ? new EditedEvent(Id, Room, message) : null,
        "deleted" => new DeletedEvent(Id, Room, Target!.Value),
        "reaction" or "unreaction" => new ReactionEvent(Id, Room, Target!.Value, Text!, User, Type == "reaction"),
        "joined" => new JoinedEvent(Id, Room, User),
        "left" => new LeftEvent(Id, Room, User),
        "room" => new RoomEvent(Id, Room, rooms[Room], User),
        _ => throw new StoreException($"event {Id} is of an unknown type"),
    };
}
