using Snug.Server.Talk;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class PresenceTests
{
    [Fact]
    public async Task Who_has_not_asked_for_ten_seconds_is_not_here()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var line = await server.EnterAsync("zoe");

        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("USERS: cindy zoe", await line.AskAsync("USERS"));
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("USERS: zoe", await line.AskAsync("USERS"));

        await cindy.AskEventsAsync();
        Assert.Equal("USERS: cindy zoe", await line.AskAsync("USERS"));
    }

    [Fact]
    public async Task Who_waits_is_here_and_for_ten_seconds_after()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var line = await server.EnterAsync("zoe");

        var waiting = cindy.AskEventsAsync(wait: 30);
        await server.UntilWaitingAsync(cindy);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("USERS: cindy zoe", await line.AskAsync("USERS"));
        time.Advance(TimeSpan.FromSeconds(10));
        (await waiting).Is(204);
        Assert.Equal("USERS: cindy zoe", await line.AskAsync("USERS"));
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("USERS: zoe", await line.AskAsync("USERS"));
    }

    [Fact]
    public async Task Nobody_is_gone_for_a_moment_when_their_wait_ends()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        var session = server.Service<Sessions>().Find(cindy.Token)!;

        // Held by the test: the request that would ask for more has not come yet.
        using var wait = session.Wait(TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.True(wait.IsOver);
        Assert.InRange(session.HereUntil, time.GetTimestamp(), time.GetTimestamp() + (TimeSpan.TicksPerSecond * 10));
    }

    [Fact]
    public async Task A_name_is_one_whatever_the_door()
    {
        await using var server = await TestServer.StartAsync(new ManualTime());
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterAsync("ethan");
        using var line = await server.ConnectAsync();
        using var browser = new ChatUser(server.HttpUrl);

        Assert.Equal("ERROR: the name Cindy is taken", await line.AskAsync("Cindy"));
        (await browser.PostAsync("/api/session", new { name = "ETHAN" })).IsRefused(409, "name-taken");

        (await cindy.DeleteAsync("/api/session")).Is(204);
        Assert.Equal("USERS: ethan", await ethan.AskAsync("USERS"));
        using var second = await server.EnterAsync("Cindy");
        Assert.Equal("USERS: Cindy ethan", await ethan.AskAsync("USERS"));
        Assert.StartsWith("ERROR:", await ethan.AskAsync("bye"));
        using var free = await server.EnterHttpAsync("ethan");
    }

    [Fact]
    public async Task Who_comes_back_after_silence_is_the_same_user()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");

        time.Advance(TimeSpan.FromDays(3));
        await ethan.SayAsync("are you there?");

        Assert.Equal(["are you there?"], await cindy.HearAsync());
        Assert.Equal(cindy.Id, (long)(await cindy.GetAsync("/api/session")).Is(200).Body["user"]!["id"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_silent_guest_loses_the_name_to_who_wants_it(bool byLine)
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var zoe = await server.EnterHttpAsync("zoe");
        var den = await zoe.OpenRoomAsync("den", isPrivate: true);
        await zoe.InviteAsync(den, cindy);

        time.Advance(TimeSpan.FromSeconds(11));
        using IDisposable second = byLine ? await server.EnterAsync("cindy") : await server.EnterHttpAsync("cindy");

        (await cindy.AskEventsAsync()).IsRefused(401, "no-session");
        var users = await Eventually.Become(
            async () => (await zoe.GetAsync($"/api/rooms/{den}/users")).Body["users"]!.AsArray(), inside => inside.Count == 1);
        Assert.Equal("zoe", (string)users[0]!["name"]!);
        if (second is ChatUser newcomer) Assert.Null(await newcomer.RoomAsync(den));
    }

    [Fact]
    public async Task A_member_s_name_stays_taken()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        await cindy.PutAsync("/api/account", new { password = "correct horse" });

        time.Advance(TimeSpan.FromDays(30));
        using var line = await server.ConnectAsync();
        using var browser = new ChatUser(server.HttpUrl);

        Assert.StartsWith("ERROR:", await line.AskAsync("cindy"));
        (await browser.PostAsync("/api/session", new { name = "cindy" })).IsRefused(409, "name-taken");
        (await cindy.GetAsync("/api/rooms")).Is(200);
    }

    [Fact]
    public async Task A_guest_by_line_who_leaves_is_in_no_room_any_more()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var den = await cindy.OpenRoomAsync("den", isPrivate: true);
        using (await server.EnterAsync("zoe")) (await cindy.PostAsync($"/api/rooms/{den}/invite", new { name = "zoe" })).Is(204);

        await Eventually.Become(
            async () => (await cindy.GetAsync($"/api/rooms/{den}/users")).Body["users"]!.AsArray().Count, count => count == 1);
    }
}
