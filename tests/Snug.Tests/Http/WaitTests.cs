using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class WaitTests
{
    [Fact]
    public async Task News_by_either_door_end_a_wait_at_once()
    {
        await using var server = await TestServer.StartAsync(new ManualTime());
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        using var zoe = await server.EnterAsync("zoe");

        var waiting = ethan.PollAsync(wait: 50);
        await server.UntilWaitingAsync(ethan);
        await cindy.SayAsync("by HTTP");
        Assert.Equal("by HTTP", (string)Assert.Single(await waiting)["message"]!["text"]!);

        waiting = ethan.PollAsync(wait: 50);
        await server.UntilWaitingAsync(ethan);
        Assert.Equal("OK", await zoe.AskAsync("PUT: by line"));
        Assert.Equal("by line", (string)Assert.Single(await waiting)["message"]!["text"]!);
    }

    [Fact]
    public async Task A_wait_without_news_ends_after_its_seconds_and_the_cursor_holds()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");

        var waiting = ethan.AskEventsAsync(wait: 30);
        await server.UntilWaitingAsync(ethan);
        time.Advance(TimeSpan.FromSeconds(29.9));
        await cindy.GetAsync("/api/users");
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        var ended = (await waiting).Is(204);
        Assert.Contains("no-store", ended.Headers.CacheControl!.ToString());
        await cindy.SayAsync("after");
        Assert.Equal(["after"], await ethan.HearAsync());
    }

    [Fact]
    public async Task A_newer_wait_of_a_session_ends_the_older()
    {
        await using var server = await TestServer.StartAsync(new ManualTime());
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var older = ethan.AskEventsAsync(wait: 50);
        await server.UntilWaitingAsync(ethan);

        var newer = ethan.AskEventsAsync(wait: 50);

        (await older).Is(204);
        Assert.False(newer.IsCompleted);
        await cindy.SayAsync("hello");
        (await newer).Is(200);
    }

    [Fact]
    public async Task Two_devices_of_one_person_wait_side_by_side()
    {
        await using var server = await TestServer.StartAsync(new ManualTime());
        using var cindy = await server.EnterHttpAsync("cindy");
        using var laptop = await server.EnterHttpAsync("ethan");
        await laptop.PutAsync("/api/account", new { password = "correct horse" });
        using var phone = await server.EnterHttpAsync("ethan", "correct horse");

        var (first, second) = (laptop.AskEventsAsync(wait: 50), phone.AskEventsAsync(wait: 50));
        await server.UntilWaitingAsync(phone);
        Assert.False(first.IsCompleted);
        await cindy.SayAsync("hello");

        (await first).Is(200);
        (await second).Is(200);
    }

    [Fact]
    public async Task Stopping_the_server_answers_every_wait()
    {
        var server = await TestServer.StartAsync(new ManualTime());
        var crowd = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => server.EnterHttpAsync($"reader{i}")));
        var waiting = crowd.Select(reader => reader.AskEventsAsync(wait: 50)).ToList();
        foreach (var reader in crowd) await server.UntilWaitingAsync(reader);

        await server.DisposeAsync();

        Assert.All(await Task.WhenAll(waiting), answer => answer.Is(204));
        foreach (var reader in crowd) reader.Dispose();
    }

    [Fact]
    public async Task A_room_joined_while_waiting_is_heard_at_once()
    {
        await using var server = await TestServer.StartAsync(new ManualTime());
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var den = await cindy.OpenRoomAsync("den", isPrivate: true);
        var waiting = ethan.PollAsync(wait: 50);
        await server.UntilWaitingAsync(ethan);

        await cindy.InviteAsync(den, ethan);
        Assert.Equal(("joined", den), Describe((await waiting)[^1]));

        waiting = ethan.PollAsync(wait: 50);
        await server.UntilWaitingAsync(ethan);
        await cindy.SayAsync("welcome", den);
        Assert.Equal(("message", den), Describe(Assert.Single(await waiting)));
    }

    [Fact]
    public async Task Who_is_put_out_while_waiting_hears_that_and_nothing_more()
    {
        await using var server = await TestServer.StartAsync(new ManualTime());
        using var boss = await server.EnterAdminAsync("boss");
        using var ethan = await server.EnterHttpAsync("ethan");
        var den = await boss.OpenRoomAsync("den", isPrivate: true);
        await boss.InviteAsync(den, ethan);
        await ethan.HearAsync();
        var waiting = ethan.PollAsync(wait: 50);
        await server.UntilWaitingAsync(ethan);

        (await boss.DeleteAsync($"/api/rooms/{den}/users/{ethan.Id}")).Is(204);

        Assert.Equal(("left", den), Describe(Assert.Single(await waiting)));
        await boss.SayAsync("he is gone", den);
        Assert.Empty(await ethan.PollAsync());
        Assert.Equal("left", (string)(await boss.PollAsync())[^2]["type"]!);
    }

    private static (string Type, long Room) Describe(System.Text.Json.Nodes.JsonNode heard) => ((string)heard["type"]!, (long)heard["room"]!);
}
