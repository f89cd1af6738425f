using System.Text.Json.Serialization;

namespace Snug.Client;

/// <summary>Who may see a room.</summary>
[JsonConverter(typeof(WordConverter<RoomKind>))]
public enum RoomKind
{
    /// <summary>A kind that this version of the library does not know.</summary>
    Unknown,

    /// <summary>Anyone may see and join it.</summary>
    Public,

    /// <summary>Only who was invited.</summary>
    Private,

    /// <summary>A conversation of exactly the people it was opened with.</summary>
    Direct,
}
