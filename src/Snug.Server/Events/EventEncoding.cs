using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Snug.Protocol;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>Turns events into the bytes that both doors hand out.</summary>
/// <param name="publicUrl">Where the HTTP door is reached from outside: line clients are given whole addresses of files.</param>
/// <param name="time">What tells how old an event is.</param>
internal sealed class EventEncoding(PublicUrl publicUrl, TimeProvider time)
{
    // What needs no escaping in JSON is not escaped: nobody is served this as a page.
    private static readonly RecordJson Json = new(new JsonSerializerOptions(RecordJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public Event Encode(EventRecord happened) => new(
        happened.Id,
        EncodeLine(happened),
        JsonSerializer.SerializeToUtf8Bytes(happened, Json.EventRecord),
        Now);

    /// <summary>A message alone, in JSON as it stands within its event.</summary>
    public static byte[] Encode(MessageRecord message) => JsonSerializer.SerializeToUtf8Bytes(message, Json.MessageRecord);

    /// <summary>What <see cref="Event.At"/> of an event that is encoded now would be.</summary>
    public TimeSpan Now => time.GetElapsedTime(0);

    /// <summary>The <see cref="Event.Line"/> alone.</summary>
    public byte[] EncodeLine(EventRecord happened) => happened is MessageEvent said ? EncodeLine(said.Message) : [];

    private byte[] EncodeLine(MessageRecord message)
    {
        var files = message.Attachments.Select(file => $"[{Kind(file.Type)} {file.Name} {publicUrl.Value}{file.Url}]");
        return LineMessage.Encode(message.From.Name, string.Join(' ', files.Prepend(message.Text).Where(part => part != "")));
    }

    private static string Kind(string mediaType) => mediaType.Split('/')[0] switch
    {
        "image" => "picture",
        "audio" => "audio",
        "video" => "video",
        _ => "file",
    };
}

/// <summary>How records stand in JSON: <c>camelCase</c>, nothing for what is not there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EventRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
