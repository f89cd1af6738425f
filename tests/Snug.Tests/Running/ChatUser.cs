using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Snug.Tests.Running;

/// <summary>One person over HTTP, on one device, with a connection of their own. Every request is bounded.</summary>
internal sealed class ChatUser : IDisposable
{
    public const long Lobby = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Somebody who has not come in yet, or comes back with a token.</summary>
    public ChatUser(string url, string? token = null)
    {
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = new Uri(url), Timeout = Patience };
        Token = token;
        if (token is not null) Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>For requests of other kinds.</summary>
    public HttpClient Http { get; }

    public string Name { get; private set; } = "";

    public long Id { get; private set; }

    public string? Token { get; private set; }

    /// <summary>The cursor behind what was read.</summary>
    public string Next { get; set; } = "";

    /// <summary>Comes in; fails when it is refused.</summary>
    public static async Task<ChatUser> EnterAsync(string url, string name, string? password = null)
    {
        using var stranger = new ChatUser(url);
        var body = (await stranger.PostAsync("/api/session", new { name, password })).Is(201).Body;
        return new ChatUser(url, (string)body["token"]!)
        {
            Name = (string)body["user"]!["name"]!,
            Id = (long)body["user"]!["id"]!,
            Next = (string)body["next"]!,
        };
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body ?? new { });

    public Task<Reply> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<Reply> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Reply> SendAsync(HttpMethod method, string path, object? body = null) =>
        SendRawAsync(method, path, body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body));

    /// <summary>Sends any bytes for a body.</summary>
    public async Task<Reply> SendRawAsync(HttpMethod method, string path, byte[]? body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var answer = await Http.SendAsync(request);
        return await Reply.ReadAsync(answer);
    }

    public Task<Reply> SendRawAsync(HttpMethod method, string path, string body) => SendRawAsync(method, path, Encoding.UTF8.GetBytes(body));

    /// <summary>Posts a message and returns its id.</summary>
    public async Task<long> SayAsync(string text, long room = Lobby, string? nonce = null, params string[] attachments) =>
        (await PostAsync($"/api/rooms/{room}/messages", new { text, nonce, attachments })).Is(201).Id;

    public Task<Reply> UploadAsync(string name, byte[] bytes, string type = "application/octet-stream") =>
        SendRawAsync(HttpMethod.Post, $"/api/uploads?name={Uri.EscapeDataString(name)}", bytes, type);

    public async Task<long> OpenRoomAsync(string name, bool isPrivate = false) =>
        (await PostAsync("/api/rooms", new Dictionary<string, object> { ["name"] = name, ["private"] = isPrivate })).Is(201).Id;

    public async Task JoinAsync(long room) => (await PostAsync($"/api/rooms/{room}/join")).Is(204);

    public async Task InviteAsync(long room, ChatUser guest) => (await PostAsync($"/api/rooms/{room}/invite", new { name = guest.Name })).Is(204);

    /// <summary>Asks for the room of exactly these people and this one.</summary>
    public Task<Reply> AskDirectAsync(params string?[] with) => PostAsync("/api/direct", new { with });

    public Task<Reply> AskEventsAsync(int wait = 0) => GetAsync($"/api/events?since={Next}&wait={wait}");

    /// <summary>The events that have come since the last time, a page of them; moves on.</summary>
    public async Task<IReadOnlyList<JsonNode>> PollAsync(int wait = 0) => Take(await AskEventsAsync(wait));

    /// <summary>Takes in what a poll answered.</summary>
    public IReadOnlyList<JsonNode> Take(Reply answer)
    {
        if (answer.Status == 204) return [];
        Next = (string)answer.Is(200).Body["next"]!;
        return [.. answer.Body["events"]!.AsArray().Select(one => one!)];
    }

    /// <summary>The texts of the messages that have come since the last time, all of them.</summary>
    public async Task<IReadOnlyList<string>> HearAsync()
    {
        var texts = new List<string>();
        while (await PollAsync() is { Count: > 0 } events)
            texts.AddRange(events.Where(one => (string)one["type"]! == "message").Select(one => (string)one["message"]!["text"]!));
        return texts;
    }

    /// <summary>A room as this user's list has it; null when it is not in it.</summary>
    public async Task<JsonNode?> RoomAsync(long id) =>
        (await GetAsync("/api/rooms")).Is(200).Body["rooms"]!.AsArray().FirstOrDefault(room => (long)room!["id"]! == id);

    public void Dispose() => Http.Dispose();
}
