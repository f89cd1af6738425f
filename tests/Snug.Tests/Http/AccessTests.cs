using Snug.Server.Talk;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>Chats that are not open to everyone.</summary>
public class AccessTests
{
    [Fact]
    public async Task With_invites_a_newcomer_needs_one_that_has_not_expired()
    {
        var time = new ManualTime();
        await using var server = await StartAsync(Access.Invite, time);
        var code = (await server.Service<Invites>().CreateAsync(by: 0, hours: 24)).Value.Code;
        using var stranger = new ChatUser(server.HttpUrl);

        (await stranger.PostAsync("/api/session", new { name = "zoe" })).IsRefused(403, "invite-needed");
        (await stranger.PostAsync("/api/session", new { name = "zoe", invite = "a guess" })).IsRefused(403, "invite-needed");
        (await stranger.PostAsync("/api/session", new { name = "zoe", invite = code })).Is(201);
        time.Advance(TimeSpan.FromHours(25));
        (await stranger.PostAsync("/api/session", new { name = "noor", invite = code })).IsRefused(403, "invite-needed");
    }

    [Fact]
    public async Task With_accounts_an_invite_and_a_password_make_a_member()
    {
        await using var server = await StartAsync(Access.Accounts, TimeProvider.System);
        var code = (await server.Service<Invites>().CreateAsync(by: 0, hours: 24)).Value.Code;
        using var stranger = new ChatUser(server.HttpUrl);

        (await stranger.PostAsync("/api/session", new { name = "zoe" })).IsRefused(403, "account-needed");
        (await stranger.PostAsync("/api/session", new { name = "zoe", invite = code })).IsRefused(400, "invalid-password");
        var entered = (await stranger.PostAsync("/api/session", new { name = "zoe", invite = code, password = "pizza and spaghetti" })).Is(201);
        Assert.Equal("member", (string?)entered.Body["user"]!["role"]);
        (await stranger.PostAsync("/api/session", new { name = "zoe", password = "pizza and spaghetti" })).Is(201);
    }

    [Theory]
    [InlineData(Access.Invite)]
    [InlineData(Access.Accounts)]
    internal async Task The_line_door_has_no_way_to_show_either(Access access)
    {
        await using var server = await StartAsync(access, TimeProvider.System);
        using var line = await server.ConnectAsync();

        Assert.StartsWith("ERROR: this chat is for people with an account", await line.AskAsync("cindy"));
    }

    [Fact]
    public async Task Members_make_invites_and_guests_do_not()
    {
        await using var server = await StartAsync(Access.Open, TimeProvider.System);
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");

        (await cindy.PostAsync("/api/invites", new { hours = 24 })).IsRefused(403, "not-allowed");
        (await cindy.PutAsync("/api/account", new { password = "pizza and spaghetti" })).Is(200);
        var made = (await cindy.PostAsync("/api/invites", new { hours = 24 })).Is(201).Body;
        Assert.Contains((string)made["code"]!, (string)made["url"]!);
        foreach (var hours in new[] { 0, -1, 721, int.MaxValue })
            (await cindy.PostAsync("/api/invites", new { hours })).IsRefused(400, "invalid-hours");
    }

    private static Task<TestServer> StartAsync(Access access, TimeProvider time) =>
        TestServer.StartAsync(time, with: options => options with { Access = access });
}
