using System.Text.Json.Serialization;

namespace Snug.Server.Store;

[JsonConverter(typeof(LowerCaseEnum<RoomKind>))]
internal enum RoomKind
{
    /// <summary>Anyone may see it and join.</summary>
    Public,

    /// <summary>Only its members know of it; they invite others.</summary>
    Private,

    /// <summary>Exactly these people, for good.</summary>
    Direct,
}

internal sealed record RoomRecord(long Id, string Name, string Topic, RoomKind Kind, bool Archived = false)
{
    /// <summary>The id of the room that everyone is in; every database has it from the start.</summary>
    public const long Lobby = 1;
}
