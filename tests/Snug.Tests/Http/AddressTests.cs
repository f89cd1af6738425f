using System.Net;
using System.Net.Http.Json;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>Limits and bans by address. The tests stand for a proxy that says for whom it asks.</summary>
public class AddressTests
{
    private const string Somewhere = "203.0.113.5", Elsewhere = "203.0.113.6";

    [Fact]
    public async Task An_address_may_not_come_in_without_end()
    {
        var time = new ManualTime();
        await using var server = await BehindAProxyAsync(time);

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 40; i++) answers.Add(await EnterAsync(server, $"guest{i}", Somewhere));

        Assert.Equal(30, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        var refused = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await EnterAsync(server, "other", Elsewhere)).StatusCode);

        time.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        Assert.Equal(HttpStatusCode.Created, (await EnterAsync(server, "later", Somewhere)).StatusCode);
    }

    [Fact]
    public async Task A_banned_address_gets_nothing_any_more()
    {
        await using var server = await BehindAProxyAsync(TimeProvider.System);
        var guest = await EnterAsync(server, "guest", Somewhere);
        var cookie = guest.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, cookie, Somewhere)).StatusCode);

        Assert.Null(await server.Service<Snug.Server.Talk.Bans>().AddAsync($"address:{Somewhere}"));

        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(server, cookie, Somewhere)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await EnterAsync(server, "again", Somewhere)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, cookie, Elsewhere)).StatusCode);
    }

    [Fact]
    public async Task A_guest_who_has_not_come_back_for_a_month_is_forgotten()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var gone = await ChatUser.EnterAsync(server.HttpUrl, "gone");
        using var stays = await ChatUser.EnterAsync(server.HttpUrl, "stays");

        time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(200, (await stays.GetAsync("/api/users")).Status);
        time.Advance(TimeSpan.FromDays(2));

        var names = await Eventually.Become(
            async () => (await stays.GetAsync("/api/users")).Body["users"]!.AsArray().Select(user => (string)user!["name"]!).ToList(),
            users => users.Count == 1);
        Assert.Equal(["stays"], names);
        Assert.Equal(401, (await gone.GetAsync("/api/users")).Status);
    }

    private static Task<TestServer> BehindAProxyAsync(TimeProvider time) =>
        TestServer.StartAsync(time, with: options => options with { Proxies = [new(IPAddress.Loopback, 32)] });

    private static Task<HttpResponseMessage> EnterAsync(TestServer server, string name, string address) =>
        SendAsync(new(HttpMethod.Post, server.HttpUrl + "/api/session") { Content = JsonContent.Create(new { name }) }, address);

    private static Task<HttpResponseMessage> AskAsync(TestServer server, string cookie, string address) =>
        SendAsync(new(HttpMethod.Get, server.HttpUrl + "/api/users") { Headers = { { "Cookie", cookie } } }, address);

    private static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        request.Headers.Add("X-Forwarded-For", address);
        return await http.SendAsync(request);
    }
}
