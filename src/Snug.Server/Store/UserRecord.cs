using System.Text.Json.Serialization;
using Snug.Protocol;

namespace Snug.Server.Store;

[JsonConverter(typeof(LowerCaseEnum<Role>))]
internal enum Role
{
    /// <summary>Has a name for as long as it is here.</summary>
    Guest,

    /// <summary>Keeps the name with a password.</summary>
    Member,

    /// <summary>A member who may tidy up.</summary>
    Admin,
}

/// <summary>Somebody who has come into the chat. A guest who comes back without a session is another user with the same name.</summary>
internal sealed record UserRecord(long Id, UserName Name, Role Role = Role.Guest, string? PasswordHash = null)
{
    public UserRef Ref => new(Id, Name.Value);
}

/// <summary>A user as messages and events name it.</summary>
internal sealed record UserRef(long Id, string Name);
