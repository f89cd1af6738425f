using System.Text.Json;
using System.Text.Json.Serialization;

namespace Snug.Client;

// What is said over HTTP (docs/http-api.md), compiled to readers and writers at build time: reflection would not survive AOT.
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EnterRequest))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(AccountRequest))]
[JsonSerializable(typeof(UsersAnswer))]
[JsonSerializable(typeof(RoomsAnswer))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(NewRoom))]
[JsonSerializable(typeof(RoomChange))]
[JsonSerializable(typeof(InviteRequest))]
[JsonSerializable(typeof(DirectRequest))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(NewMessage))]
[JsonSerializable(typeof(EditRequest))]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(MessagePage))]
[JsonSerializable(typeof(Attachment))]
[JsonSerializable(typeof(EventsAnswer))]
[JsonSerializable(typeof(MessagePosted))]
[JsonSerializable(typeof(MessageEdited))]
[JsonSerializable(typeof(MessageDeleted))]
[JsonSerializable(typeof(ReactionChanged))]
[JsonSerializable(typeof(UserJoined))]
[JsonSerializable(typeof(UserLeft))]
[JsonSerializable(typeof(RoomChanged))]
[JsonSerializable(typeof(RoomRead))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(OutboxContent))]
internal sealed partial class ClientJson : JsonSerializerContext;

internal sealed record EnterRequest(string Name, string? Password, string? Invite);

// The token is told once, on entering.
internal sealed record SessionAnswer(User User, string Next, SessionLimits Limits, string? Token = null);

internal sealed record AccountRequest(string Password);

internal sealed record UsersAnswer(IReadOnlyList<User> Users);

internal sealed record RoomsAnswer(IReadOnlyList<Room> Rooms);

internal sealed record InviteRequest(string Name);

internal sealed record DirectRequest(IReadOnlyList<string> With);

internal sealed record EditRequest(string Text);

internal sealed record ReadRequest(long UpTo);

internal sealed record EventsAnswer(IReadOnlyList<JsonElement> Events, string Next);

// application/problem+json (RFC 9457) with the stable word that Snug adds.
internal sealed record Problem(string? Title = null, string? Detail = null, string? Code = null);
