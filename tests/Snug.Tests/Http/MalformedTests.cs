using System.Text;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>Requests that make no sense. None of them may be taken for a bug of ours, and all get a problem+json.</summary>
public class MalformedTests
{
    private static readonly (string Method, string Path, string Field)[] Bodies =
    [
        ("POST", "/api/session", "name"),
        ("PUT", "/api/account", "password"),
        ("POST", "/api/rooms", "name"),
        ("POST", "/api/rooms", "topic"),
        ("POST", "/api/rooms/1/invite", "name"),
        ("POST", "/api/rooms/1/messages", "text"),
        ("POST", "/api/rooms/1/messages", "nonce"),
        ("PATCH", "/api/messages/1", "text"),
        ("POST", "/api/direct", "with"),
        ("PUT", "/api/rooms/1/read", "upTo"),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("{\"FIELD\":{}}")]
    [InlineData("{\"FIELD\":[[]]}")]
    [InlineData("{\"FIELD\":true}")]
    [InlineData("{\"FIELD\":1.5}")]
    [InlineData("{\"FIELD\":\"a\",\"FIELD\":\"b\"}")]
    [InlineData("{\"FIELD\":\"\\ud800\"}")]
    [InlineData("{\"FIELD\":\"\\udc00\\ud800 x\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"FIELD\":\"a\"} trailing")]
    [InlineData("{\"FIELD\":\"a\",}")]
    public async Task What_is_not_the_json_that_is_asked_for_is_malformed(string body)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        await cindy.SayAsync("hello");

        foreach (var (method, path, field) in Bodies)
            (await cindy.SendRawAsync(HttpMethod.Parse(method), path, body.Replace("FIELD", field))).IsRefused(400, "malformed");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_malformed_and_control_characters_are_dropped()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.SendRawAsync(HttpMethod.Post, "/api/rooms/1/messages", [.. "{\"text\":\""u8, 0xFF, 0xC0, .. "\"}"u8])).IsRefused(400, "malformed");
        (await cindy.SendRawAsync(HttpMethod.Post, "/api/rooms/1/messages", "{\"text\":\"a\0\"}")).IsRefused(400, "malformed");
        await cindy.SayAsync("a\0b\u001b[31m\u0085c");

        Assert.Equal(["ab[31m\nc"], await cindy.HearAsync());
    }

    [Fact]
    public async Task What_is_too_long_is_refused_by_what_it_is()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var (megabyte, long10k) = (new string('x', 1_000_000), new string('x', 10_000));

        foreach (var (method, path, field) in Bodies)
            (await cindy.SendRawAsync(HttpMethod.Parse(method), path, $$"""{"{{field}}":"{{megabyte}}"}""")).IsRefused(413, "too-large");
        (await cindy.PostAsync("/api/session", new { name = long10k })).IsRefused(400, "invalid-name");
        (await cindy.PostAsync("/api/rooms", new { name = long10k })).IsRefused(400, "invalid-room-name");
        (await cindy.PostAsync("/api/rooms", new { name = "x", topic = long10k })).IsRefused(400, "invalid-topic");
        (await cindy.PostAsync("/api/rooms/1/messages", new { text = long10k })).IsRefused(400, "text-too-long");
        (await cindy.PostAsync("/api/rooms/1/messages", new { text = "x", nonce = long10k })).IsRefused(400, "invalid-nonce");
        (await cindy.PostAsync("/api/rooms/1/invite", new { name = long10k })).IsRefused(404, "no-such-user");
        (await cindy.PutAsync("/api/account", new { password = long10k })).IsRefused(400, "invalid-password");
        Assert.Empty(await cindy.HearAsync());
    }

    [Fact]
    public async Task Json_nested_without_end_is_malformed()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        foreach (var (method, path, field) in Bodies)
            (await cindy.SendRawAsync(HttpMethod.Parse(method), path, $"{{\"more\":{new string('[', 30_000)}")).IsRefused(400, "malformed");
    }

    [Fact]
    public async Task What_is_not_json_is_refused_whatever_it_says()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var body = Encoding.UTF8.GetBytes("""{"text":"hello"}""");

        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/octet-stream" })
            Assert.Equal((400, "application/problem+json"), Outline(await cindy.SendRawAsync(HttpMethod.Post, "/api/rooms/1/messages", body, type)));
        (await cindy.SendRawAsync(HttpMethod.Post, "/api/rooms/1/messages", body, "application/json; charset=utf-8")).Is(201);
    }

    [Theory]
    [InlineData("/api/rooms/0")]
    [InlineData("/api/rooms/-1")]
    [InlineData("/api/rooms/999999")]
    [InlineData("/api/rooms/9223372036854775807")]
    [InlineData("/api/rooms/9223372036854775808")]
    [InlineData("/api/rooms/one")]
    [InlineData("/api/rooms/%F0%9F%8D%95")]
    public async Task A_room_that_is_none_is_not_found(string room)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.GetAsync($"{room}/messages")).IsRefused(404, "not-found");
        (await cindy.GetAsync($"{room}/users")).IsRefused(404, "not-found");
        (await cindy.PostAsync($"{room}/messages", new { text = "hello" })).IsRefused(404, "not-found");
        (await cindy.PostAsync($"{room}/join")).IsRefused(404, "not-found");
    }

    [Theory]
    [InlineData("limit=0", 1)]
    [InlineData("limit=-5", 1)]
    [InlineData("limit=2147483647", 3)]
    [InlineData("before=-1", 0)]
    [InlineData("before=9223372036854775807", 3)]
    public async Task A_page_of_history_is_bounded_whatever_is_asked_for(string query, int messages)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        for (var i = 0; i < 3; i++) await cindy.SayAsync($"message {i}");

        Assert.Equal(messages, (await cindy.GetAsync($"/api/rooms/1/messages?{query}")).Is(200).Body["messages"]!.AsArray().Count);
        (await cindy.GetAsync("/api/rooms/1/messages?limit=many")).IsRefused(400, "malformed");
        (await cindy.GetAsync("/api/rooms/1/messages?before=99999999999999999999")).IsRefused(400, "malformed");
    }

    [Theory]
    [InlineData("/api/events/")]
    [InlineData("/API/Events")]
    public async Task A_path_is_the_same_in_capitals_and_with_a_slash_behind(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        Assert.InRange((await cindy.GetAsync(path)).Status, 200, 204);
    }

    [Theory]
    [InlineData("PUT", "/api/session", 405)]
    [InlineData("DELETE", "/api/rooms", 405)]
    [InlineData("PATCH", "/api/rooms/1/messages", 405)]
    [InlineData("GET", "/api/messages/1/reactions/x", 405)]
    [InlineData("POST", "/api/events", 405)]
    [InlineData("DELETE", "/api/events", 405)]
    [InlineData("GET", "/api", 404)]
    [InlineData("GET", "/api/", 404)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("POST", "/api/rooms/1/nothing", 404)]
    [InlineData("GET", "/api/../etc/passwd", 404)]
    public async Task A_wrong_method_or_path_says_so(string method, string path, int status)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.SendAsync(HttpMethod.Parse(method), path)).IsRefused(status, status == 405 ? "wrong-method" : "not-found");
    }

    [Fact]
    public async Task A_refusal_tells_nothing_of_the_program_inside()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        foreach (var (method, path, field) in Bodies)
            Assert.DoesNotContain("Snug.", (await cindy.SendRawAsync(HttpMethod.Parse(method), path, $"{{\"{field}\":{{\"a\":1}}}}")).Text);
    }

    private static (int, string?) Outline(Reply answer) => (answer.Status, answer.Type);
}
