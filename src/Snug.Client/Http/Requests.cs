using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Snug.Client;

// The requests of the HTTP API by their method, address and JSON body.
internal static class Requests
{
    public static HttpRequestMessage Get(string path) => new(HttpMethod.Get, Relative(path));

    public static HttpRequestMessage Post(string path) => new(HttpMethod.Post, Relative(path));

    public static HttpRequestMessage Put(string path) => new(HttpMethod.Put, Relative(path));

    public static HttpRequestMessage Delete(string path) => new(HttpMethod.Delete, Relative(path));

    public static HttpRequestMessage Post<T>(string path, T body, JsonTypeInfo<T> type) => With(HttpMethod.Post, path, body, type);

    public static HttpRequestMessage Put<T>(string path, T body, JsonTypeInfo<T> type) => With(HttpMethod.Put, path, body, type);

    public static HttpRequestMessage Patch<T>(string path, T body, JsonTypeInfo<T> type) => With(HttpMethod.Patch, path, body, type);

    /// <summary>A part of an address in which any text may stand.</summary>
    public static string Escape(string text) => Uri.EscapeDataString(text);

    private static HttpRequestMessage With<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type)
    {
        // Bytes rather than a stream: their length is known, so head and body leave in one packet and nothing is chunked.
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new(method, Relative(path)) { Content = content };
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
