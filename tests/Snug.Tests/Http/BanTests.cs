using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class BanTests
{
    [Fact]
    public async Task Who_is_banned_is_out_at_once_and_stays_out_by_either_door()
    {
        await using var server = await TestServer.StartAsync();
        using var boss = await server.EnterAdminAsync("boss");
        using var ethan = await server.EnterHttpAsync("ethan");
        using var zoe = await server.EnterAsync("zoe");
        var waiting = ethan.AskEventsAsync(wait: 50);
        await server.UntilWaitingAsync(ethan);

        var ban = (await boss.PostAsync("/api/bans", new { name = "Ethan" })).Is(201);
        (await boss.PostAsync("/api/bans", new { name = "zoe" })).Is(201);

        (await waiting).IsRefused(401, "no-session");
        Assert.StartsWith("ERROR:", await zoe.AskAsync("USERS"));
        using var browser = new ChatUser(server.HttpUrl);
        using var line = await server.ConnectAsync();
        (await browser.PostAsync("/api/session", new { name = "ethan" })).IsRefused(403, "banned");
        Assert.Equal("ERROR: you may not come in", await line.AskAsync("ETHAN"));

        (await boss.DeleteAsync($"/api/bans/{Uri.EscapeDataString((string)ban.Body["subject"]!)}")).Is(204);
        using var back = await server.EnterAsync("ethan");
    }

    [Fact]
    public async Task A_banned_address_is_shut_out_by_either_door_even_after_a_restart()
    {
        using var data = new TempFolder();
        await using (var server = await TestServer.StartAsync(data: data))
        {
            using var boss = await server.EnterAdminAsync("boss");
            (await boss.PostAsync("/api/bans", new { address = "127.0.0.1" })).Is(201);
        }

        await using var again = await TestServer.StartAsync(data: data);
        using var browser = new ChatUser(again.HttpUrl);
        using var line = await again.ConnectAsync();

        (await browser.PostAsync("/api/session", new { name = "ethan" })).IsRefused(403, "banned");
        Assert.StartsWith("ERROR:", await line.AskAsync("ethan"));
    }

    [Fact]
    public async Task Only_admins_ban_and_never_each_other()
    {
        await using var server = await TestServer.StartAsync();
        using var boss = await server.EnterAdminAsync("boss");
        using var other = await server.EnterAdminAsync("other");
        using var ethan = await server.EnterHttpAsync("ethan");

        (await boss.PostAsync("/api/bans", new { name = "other" })).IsRefused(403, "not-allowed");
        (await boss.PostAsync("/api/bans", new { })).IsRefused(400, "invalid-ban");
        (await boss.PostAsync("/api/bans", new { name = "ethan", address = "192.0.2.7" })).IsRefused(400, "invalid-ban");
        (await ethan.PostAsync("/api/bans", new { name = "boss" })).IsRefused(403, "not-allowed");
        (await ethan.GetAsync("/api/bans")).IsRefused(403, "not-allowed");
        (await ethan.DeleteAsync("/api/bans/name:zoe")).IsRefused(403, "not-allowed");
        (await other.GetAsync("/api/rooms")).Is(200);
    }
}
