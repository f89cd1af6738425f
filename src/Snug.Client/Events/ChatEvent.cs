namespace Snug.Client;

/// <summary>
/// Something that <see cref="ChatClient.ReadEventsAsync"/> tells. Almost all are <see cref="RoomEvent"/>s; new kinds come as
/// <see cref="UnknownEvent"/> until this library knows them.
/// </summary>
public abstract record ChatEvent
{
    private protected ChatEvent()
    {
    }
}
