using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class SessionTests
{
    [Fact]
    public async Task Who_comes_in_is_told_all_that_a_client_needs()
    {
        await using var server = await TestServer.StartAsync();
        using var stranger = new ChatUser(server.HttpUrl);

        var entered = (await stranger.PostAsync("/api/session", new { name = "cindy" })).Is(201);

        Assert.Equal("cindy", (string)entered.Body["user"]!["name"]!);
        Assert.Equal("guest", (string)entered.Body["user"]!["role"]!);
        Assert.True((long)entered.Body["user"]!["id"]! > 0);
        Assert.NotEmpty((string)entered.Body["token"]!);
        Assert.NotEmpty((string)entered.Body["next"]!);
        Assert.Equal(4_000, (int)entered.Body["limits"]!["messageLength"]!);
        Assert.True((long)entered.Body["limits"]!["uploadBytes"]! > 0);
    }

    [Theory]
    [InlineData("cindy")]
    [InlineData("CINDY")]
    public async Task A_taken_name_is_refused(string name)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var second = new ChatUser(server.HttpUrl);

        (await second.PostAsync("/api/session", new { name })).IsRefused(409, "name-taken");
    }

    [Theory]
    [InlineData("")]
    [InlineData("cin dy")]
    [InlineData("_cindy")]
    [InlineData("cindy\0")]
    [InlineData("cindy\u200b")]
    [InlineData("0123456789012345678901234567890123")]
    [InlineData(null)]
    public async Task What_is_no_name_is_refused(string? name)
    {
        await using var server = await TestServer.StartAsync();
        using var stranger = new ChatUser(server.HttpUrl);

        (await stranger.PostAsync("/api/session", new { name })).IsRefused(400, "invalid-name");
    }

    [Fact]
    public async Task Who_leaves_frees_the_name_at_once_and_the_token_opens_nothing_any_more()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.DeleteAsync("/api/session")).Is(204);

        (await cindy.GetAsync("/api/rooms")).IsRefused(401, "no-session");
        (await cindy.AskEventsAsync()).IsRefused(401, "no-session");
        using var other = await server.EnterHttpAsync("cindy");
        Assert.NotEqual(cindy.Id, other.Id);
    }

    [Fact]
    public async Task A_guest_who_sets_a_password_keeps_the_name()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        var kept = (await cindy.PutAsync("/api/account", new { password = "correct horse" })).Is(200);
        Assert.Equal("member", (string)kept.Body["role"]!);
        (await cindy.DeleteAsync("/api/session")).Is(204);

        using var stranger = new ChatUser(server.HttpUrl);
        (await stranger.PostAsync("/api/session", new { name = "cindy" })).IsRefused(409, "name-taken");
        (await stranger.PostAsync("/api/session", new { name = "cindy", password = "battery staple" })).IsRefused(401, "wrong-password");
        using var back = await server.EnterHttpAsync("Cindy", "correct horse");
        Assert.Equal((cindy.Id, "cindy"), (back.Id, back.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    public async Task A_password_that_protects_nothing_is_refused(string? password)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.PutAsync("/api/account", new { password })).IsRefused(400, "invalid-password");
    }

    [Fact]
    public async Task A_new_password_ends_the_other_devices()
    {
        await using var server = await TestServer.StartAsync();
        using var laptop = await server.EnterHttpAsync("cindy");
        await laptop.PutAsync("/api/account", new { password = "correct horse" });
        using var phone = await server.EnterHttpAsync("cindy", "correct horse");
        var waiting = phone.AskEventsAsync(wait: 50);
        await server.UntilWaitingAsync(phone);

        (await laptop.PutAsync("/api/account", new { password = "battery staple" })).Is(200);

        (await waiting).IsRefused(401, "no-session");
        (await phone.GetAsync("/api/rooms")).IsRefused(401, "no-session");
        (await laptop.GetAsync("/api/rooms")).Is(200);
    }

    [Fact]
    public async Task The_cookie_alone_is_enough()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = new HttpClient { BaseAddress = new Uri(server.HttpUrl) };

        var entered = await Reply.ReadAsync(await browser.PostAsync("/api/session", new StringContent("""{"name":"cindy"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"))));
        var cookie = entered.Is(201).Headers.GetValues("Set-Cookie").Single();

        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite", cookie);
        (await Reply.ReadAsync(await browser.GetAsync("/api/rooms"))).Is(200);
    }

    [Theory]
    [InlineData("GET", "/api/rooms")]
    [InlineData("GET", "/api/users")]
    [InlineData("GET", "/api/events")]
    [InlineData("GET", "/api/rooms/1/messages")]
    [InlineData("GET", "/api/rooms/1/users")]
    [InlineData("POST", "/api/rooms/1/join")]
    [InlineData("PUT", "/api/account")]
    [InlineData("DELETE", "/api/session")]
    [InlineData("DELETE", "/api/messages/1")]
    public async Task Without_a_session_the_door_is_shut(string method, string path)
    {
        await using var server = await TestServer.StartAsync();
        using var nobody = new ChatUser(server.HttpUrl);
        using var liar = new ChatUser(server.HttpUrl, "not-a-token");
        var body = method is "PUT" ? new { } : null;

        (await nobody.SendAsync(HttpMethod.Parse(method), path, body)).IsRefused(401, "no-session");
        (await liar.SendAsync(HttpMethod.Parse(method), path, body)).IsRefused(401, "no-session");
    }

    [Fact]
    public async Task A_healthy_server_says_so_to_anyone()
    {
        await using var server = await TestServer.StartAsync();
        using var nobody = new ChatUser(server.HttpUrl);

        (await nobody.GetAsync("/healthz")).Is(200);
    }
}
