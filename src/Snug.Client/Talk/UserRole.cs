using System.Text.Json.Serialization;

namespace Snug.Client;

/// <summary>What a user may do.</summary>
[JsonConverter(typeof(WordConverter<UserRole>))]
public enum UserRole
{
    /// <summary>A role that this version of the library does not know.</summary>
    Unknown,

    /// <summary>Has a name for as long as the session lasts.</summary>
    Guest,

    /// <summary>Keeps the name for good, with a password.</summary>
    Member,

    /// <summary>May also delete what others wrote.</summary>
    Admin,
}
