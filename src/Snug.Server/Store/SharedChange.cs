using System.Text.Json;
using System.Text.Json.Serialization;
using Snug.Protocol;

namespace Snug.Server.Store;

/// <summary>A change that makes no event for readers, but that every server of a chat takes into its memory.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OpenSession), "open-session")]
[JsonDerivedType(typeof(CloseSession), "close-session")]
[JsonDerivedType(typeof(SaveSessions), "save-sessions")]
[JsonDerivedType(typeof(ChangeUser), "change-user")]
[JsonDerivedType(typeof(AddBan), "add-ban")]
[JsonDerivedType(typeof(RemoveBan), "remove-ban")]
[JsonDerivedType(typeof(ClaimName), "claim-name")]
[JsonDerivedType(typeof(ReleaseName), "release-name")]
[JsonDerivedType(typeof(ShowPresence), "show-presence")]
[JsonDerivedType(typeof(BuryServer), "bury-server")]
[JsonDerivedType(typeof(CountTries), "count-tries")]
[JsonDerivedType(typeof(DropContent), "drop-content")]
internal abstract record SharedChange : Change
{
    public string ToJson() => JsonSerializer.Serialize(this, SharedJson.Default.SharedChange);

    public static SharedChange Parse(string json) => JsonSerializer.Deserialize(json, SharedJson.Default.SharedChange)!;
}

// What follows is only written where several servers are one chat.

/// <summary>Somebody new wants a name: of all servers the log gives it to one.</summary>
/// <param name="Server">By which server they are here.</param>
internal sealed record ClaimName(long Server, UserRecord User) : SharedChange;

/// <summary>A guest is gone, and the name is free.</summary>
internal sealed record ReleaseName(UserRecord User) : SharedChange;

/// <summary>Who has come and gone by a server.</summary>
internal sealed record ShowPresence(long Server, IReadOnlyList<long> Came, IReadOnlyList<long> Went) : SharedChange;

/// <summary>A server has not been heard of for so long that it counts as dead: by it nobody is here.</summary>
internal sealed record BuryServer(long Server) : SharedChange;

/// <summary>Tries that were counted against limits by a server; the others count them too.</summary>
internal sealed record CountTries(IReadOnlyList<TriesRecord> Tries) : SharedChange;

/// <summary>Takes some of a dropped content out of the database unless something needs it again. It is asked for until nothing more is done.</summary>
internal sealed record DropContent(string Hash) : SharedChange;

/// <param name="Limit">Which limit.</param>
/// <param name="Subject">Whose tries: an address, a name, a session.</param>
internal sealed record TriesRecord(string Limit, string Subject, int Count);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UserNameJson)])]
[JsonSerializable(typeof(SharedChange))]
internal sealed partial class SharedJson : JsonSerializerContext;

internal sealed class UserNameJson : JsonConverter<UserName>
{
    public override UserName Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        UserName.TryParse(reader.GetString(), out var name) ? name : throw new JsonException("a name that is none");

    public override void Write(Utf8JsonWriter writer, UserName name, JsonSerializerOptions options) => writer.WriteStringValue(name.Value);
}
