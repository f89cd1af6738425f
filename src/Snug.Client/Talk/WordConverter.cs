using System.Text.Json;
using System.Text.Json.Serialization;

namespace Snug.Client;

// An enum as its lower-case word. A word not known here becomes the first member, so that a newer server breaks no older client.
internal sealed class WordConverter<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly (T Value, string Word)[] Words = [.. Enum.GetValues<T>().Select(value => (value, WordOf(value)))];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException($"a word was expected for {typeof(T).Name}");
        var word = reader.GetString()!;
        return Array.Find(Words, known => known.Word == word).Value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(WordOf(value));

    private static string WordOf(T value) => value.ToString().ToLowerInvariant();
}
