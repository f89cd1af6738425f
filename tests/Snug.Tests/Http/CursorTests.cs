using Snug.Server;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class CursorTests
{
    [Fact]
    public async Task What_is_no_cursor_of_this_chat_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        await using var elsewhere = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var stranger = await elsewhere.EnterHttpAsync("cindy");
        var own = cindy.Next;

        foreach (var wrong in new[] { stranger.Next, own + "1000", own[..^1], "0", "-1", own + "x", own + "-1", own.Replace('-', '+'), "%00", new string('9', 5_000) })
            (await cindy.GetAsync($"/api/events?since={wrong}&wait=1")).IsRefused(400, "invalid-cursor");
    }

    [Theory]
    [InlineData("51")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public async Task A_wait_is_a_number_of_seconds_up_to_fifty(string wait)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.GetAsync($"/api/events?wait={wait}")).IsRefused(400, "invalid-wait");
    }

    [Fact]
    public async Task Without_a_cursor_one_goes_on_where_the_session_acknowledged()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        await cindy.SayAsync("one");

        var first = (await cindy.GetAsync("/api/events")).Is(200);
        var again = (await cindy.GetAsync("/api/events")).Is(200);
        Assert.Equal(first.Text, again.Text);

        cindy.Take(first);
        (await cindy.AskEventsAsync()).Is(204);
        (await cindy.GetAsync("/api/events")).Is(204);
        await cindy.SayAsync("two");
        Assert.Equal("two", (string)Assert.Single(cindy.Take(await cindy.GetAsync("/api/events")))["message"]!["text"]!);
    }

    [Fact]
    public async Task An_older_cursor_is_answered_and_takes_no_acknowledgement_back()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var start = cindy.Next;
        await cindy.SayAsync("one");
        await cindy.HearAsync();

        (await cindy.GetAsync($"/api/events?since={start}")).Is(200);

        (await cindy.GetAsync("/api/events")).Is(204);
    }

    [Fact]
    public async Task What_was_acknowledged_is_known_after_a_restart()
    {
        using var data = new TempFolder();
        string? token, next;
        await using (var server = await TestServer.StartAsync(data: data))
        {
            using var cindy = await server.EnterHttpAsync("cindy");
            await cindy.SayAsync("read");
            await cindy.HearAsync();
            await cindy.SayAsync("not read");
            (token, next) = (cindy.Token, cindy.Next);
        }

        await using var again = await TestServer.StartAsync(data: data);
        using var back = new ChatUser(again.HttpUrl, token);
        var withoutCursor = (await back.GetAsync("/api/events")).Is(200);
        Assert.Equal(withoutCursor.Text, (await back.GetAsync($"/api/events?since={next}")).Is(200).Text);
        Assert.Equal("not read", (string)Assert.Single(back.Take(withoutCursor))["message"]!["text"]!);
    }

    [Fact]
    public async Task A_wait_after_a_restart_waits_though_others_spoke_out_of_earshot()
    {
        var time = new ManualTime();
        using var data = new TempFolder();
        string token, next;
        await using (var server = await TestServer.StartAsync(time, data))
        {
            using var cindy = await server.EnterHttpAsync("cindy");
            using var ethan = await server.EnterHttpAsync("ethan");
            (token, next) = (ethan.Token!, ethan.Next);
            await cindy.SayAsync("secret", await cindy.OpenRoomAsync("den", isPrivate: true));
        }

        await using var again = await TestServer.StartAsync(time, data);
        using var back = new ChatUser(again.HttpUrl, token) { Next = next };
        using var other = await again.EnterHttpAsync("zoe");
        var waiting = back.PollAsync(wait: 50);
        await again.UntilWaitingAsync(back);
        await other.SayAsync("aloud");
        Assert.Equal("aloud", (string)Assert.Single(await waiting)["message"]!["text"]!);
    }

    [Fact]
    public async Task A_reader_who_is_far_behind_gets_it_page_by_page_and_misses_nothing()
    {
        const int messages = Limits.RecentEvents + 700;
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var sleeper = await server.EnterHttpAsync("sleeper");
        var den = await cindy.OpenRoomAsync("den", isPrivate: true);
        await cindy.InviteAsync(den, sleeper);
        for (var i = 0; i < messages; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(20));
            await cindy.SayAsync($"message {i}", i % 2 == 0 ? ChatUser.Lobby : den);
        }
        await cindy.SayAsync(new string('x', 4_000));

        var (texts, largest) = (new List<string>(), 0);
        while (await sleeper.PollAsync() is { Count: > 0 } page)
        {
            largest = Math.Max(largest, page.Count);
            texts.AddRange(page.Where(one => (string)one["type"]! == "message").Select(one => (string)one["message"]!["text"]!));
        }

        Assert.Equal(Enumerable.Range(0, messages).Select(i => $"message {i}"), texts[..^1]);
        Assert.InRange(largest, 1, Limits.PageEvents);
    }
}
