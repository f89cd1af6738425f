using Snug.Client;

namespace Snug.Desktop.Model;

/// <summary>A room, and what of its conversation is known.</summary>
internal sealed class ChatRoom(Room info)
{
    /// <summary>The room that everyone is in.</summary>
    public const long LobbyId = 1;

    public long Id => info.Id;

    /// <summary>The room as the server told of it, with what has come since counted in.</summary>
    public Room Info
    {
        get => info;
        set
        {
            if (value == info) return;
            info = value;
            Changed?.Invoke();
        }
    }

    public Conversation Conversation { get; } = new();

    /// <summary>Whether the newest messages were asked for and have come.</summary>
    public bool IsLoaded { get; set; }

    /// <summary>Whether there is more before what is shown.</summary>
    public bool HasOlder { get; set; }

    /// <summary>Whether there is more behind what is shown: then what comes does not go on from it.</summary>
    public bool HasNewer { get; set; }

    /// <summary>What was begun to be written here.</summary>
    public string Draft { get; set; } = "";

    public event Action? Changed;

    /// <summary>The room that everyone is in, before the server has told more of it.</summary>
    public static ChatRoom Lobby() => new(new Room { Id = LobbyId, Name = "lobby", Kind = RoomKind.Public, Joined = true });
}
