using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Snug.Client;

// event = { "id": …, "type": "message" | "edited" | …, "room": …, and what the type carries } (docs/http-api.md)
internal static class EventForms
{
    /// <summary>Reads an event, of whatever type. What is not known here is kept as it came: it must not stop the events behind it.</summary>
    /// <exception cref="NonsenseException">It has no id.</exception>
    public static (long Id, ChatEvent Event) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("id", out var number) ||
            number.ValueKind != JsonValueKind.Number || !number.TryGetInt64(out var id))
            throw new NonsenseException("The server told of an event that has no id.");

        var type = json.TryGetProperty("type", out var word) && word.ValueKind == JsonValueKind.String ? word.GetString()! : "";
        return (id, ReadKnown(json, type) ?? new UnknownEvent(id, type, json));
    }

    private static ChatEvent? ReadKnown(JsonElement json, string type)
    {
        try
        {
            return FormOf(type) is { } form ? (ChatEvent?)json.Deserialize(form) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonTypeInfo? FormOf(string type) => type switch
    {
        "message" => ClientJson.Default.MessagePosted,
        "edited" => ClientJson.Default.MessageEdited,
        "deleted" => ClientJson.Default.MessageDeleted,
        "reaction" => ClientJson.Default.ReactionChanged,
        "joined" => ClientJson.Default.UserJoined,
        "left" => ClientJson.Default.UserLeft,
        "room" => ClientJson.Default.RoomChanged,
        "read" => ClientJson.Default.RoomRead,
        _ => null,
    };
}
