using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>Somebody who has come in over HTTP.</summary>
internal sealed class Visitor : IDisposable
{
    private Visitor(HttpClient http, string token) => (Http, Token) = (http, token);

    public HttpClient Http { get; }

    public string Token { get; }

    public static async Task<Visitor> EnterAsync(TestServer server, string name, string? token = null)
    {
        var http = new HttpClient { BaseAddress = new Uri(server.HttpUrl), Timeout = TimeSpan.FromSeconds(20) };
        if (token is null)
        {
            using var answer = await http.PostAsJsonAsync("/api/session", new { name });
            token = (await ReadAsync(answer, 201))["token"]!.GetValue<string>();
        }
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new(http, token);
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        return await ReadAsync(answer, 200);
    }

    public async Task<JsonNode> PostAsync(string path, object body, int status = 201)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        return await ReadAsync(answer, status);
    }

    /// <summary>Says something and returns the message's id.</summary>
    public async Task<long> SayAsync(long room, string text, params string[] attachments) =>
        (await PostAsync($"/api/rooms/{room}/messages", new { text, attachments }))["id"]!.GetValue<long>();

    public async Task<long> OpenRoomAsync(string name, bool isPrivate) =>
        (await PostAsync("/api/rooms", new { name, @private = isPrivate }))["id"]!.GetValue<long>();

    public async Task<JsonNode> UploadAsync(string name, byte[] bytes, string type = "application/octet-stream", int status = 201)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var answer = await Http.PostAsync($"/api/uploads?name={Uri.EscapeDataString(name)}", content);
        return await ReadAsync(answer, status);
    }

    public void Dispose() => Http.Dispose();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, int status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}, expected {status}: {body}");
        return JsonNode.Parse(body == "" ? "{}" : body)!;
    }
}
