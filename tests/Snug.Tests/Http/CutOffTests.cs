using System.Text.Json.Nodes;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>Nothing is lost or doubled on the way, wherever the way breaks.</summary>
public class CutOffTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_cut_off_at_any_byte_is_given_again(bool withCursor)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var reader = await server.EnterHttpAsync("reader");
        await cindy.SayAsync("We had pizza 🍕 last night.");
        await cindy.OpenRoomAsync("kitchen");
        await cindy.SayAsync("How about spaghetti?");
        var request = RawHttp.Get(withCursor ? $"/api/events?since={reader.Next}" : "/api/events", reader.Token);
        var whole = await RawHttp.AskAsync(server.HttpPort, request);
        Assert.Equal(3, JsonNode.Parse(RawHttp.BodyOf(whole))!["events"]!.AsArray().Count);

        for (var cut = 0; cut <= whole.Length; cut++)
        {
            Assert.Equal(cut, (await RawHttp.AskAsync(server.HttpPort, request, atMost: cut)).Length);
            Assert.Equal(RawHttp.BodyOf(whole), RawHttp.BodyOf(await RawHttp.AskAsync(server.HttpPort, request)));
        }
    }

    [Fact]
    public async Task A_reader_whose_answers_are_cut_off_everywhere_hears_everything_once()
    {
        var random = new Random(11);
        await using var server = await TestServer.StartAsync(new ManualTime());
        using var cindy = await server.EnterHttpAsync("cindy");
        using var reader = await server.EnterHttpAsync("reader");
        var heard = new List<string>();

        for (var i = 0; i < 300; i++)
        {
            await cindy.SayAsync($"message {i}");
            var request = RawHttp.Get($"/api/events?since={reader.Next}", reader.Token);
            await RawHttp.AskAsync(server.HttpPort, request, atMost: random.Next(400));
            if (random.Next(3) == 0) heard.AddRange(await reader.HearAsync());
        }

        heard.AddRange(await reader.HearAsync());
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"message {i}"), heard);
    }

    [Fact]
    public async Task A_sender_whose_answer_is_cut_off_at_any_byte_sends_once()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        var length = (await SayAsync(0, int.MaxValue)).Length;

        for (var cut = 1; cut <= length; cut++)
        {
            // At this pace nobody is too fast.
            time.Advance(TimeSpan.FromMilliseconds(50));
            await SayAsync(cut, cut);
            var again = (await cindy.PostAsync("/api/rooms/1/messages", new { text = "another text", nonce = $"n{cut}" })).Is(200);
            Assert.Equal($"message {cut}", (string)again.Body["text"]!);
        }

        Assert.Equal(Enumerable.Range(0, length + 1).Select(i => $"message {i}"), await cindy.HearAsync());

        Task<byte[]> SayAsync(int number, int atMost) => RawHttp.AskAsync(
            server.HttpPort, RawHttp.Post("/api/rooms/1/messages", cindy.Token, $$"""{"text":"message {{number}}","nonce":"n{{number}}"}"""), atMost);
    }

    [Fact]
    public async Task A_request_cut_off_at_any_byte_says_nothing()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var request = RawHttp.Post("/api/rooms/1/messages", cindy.Token, """{"text":"half","nonce":"n"}""");

        for (var cut = 0; cut < request.Length; cut++) await RawHttp.AskAsync(server.HttpPort, request[..cut], atMost: 0);

        Assert.Empty(await cindy.HearAsync());
        (await cindy.PostAsync("/api/rooms/1/messages", new { text = "whole", nonce = "n" })).Is(201);
    }

    [Fact]
    public async Task A_nonce_is_known_after_a_restart()
    {
        using var data = new TempFolder();
        string? token;
        Reply first;
        await using (var server = await TestServer.StartAsync(data: data))
        {
            using var cindy = await server.EnterHttpAsync("cindy");
            first = (await cindy.PostAsync("/api/rooms/1/messages", new { text = "once", nonce = "n" })).Is(201);
            token = cindy.Token;
        }

        await using var again = await TestServer.StartAsync(data: data);
        using var back = new ChatUser(again.HttpUrl, token);
        Assert.Equal(first.Text, (await back.PostAsync("/api/rooms/1/messages", new { text = "once", nonce = "n" })).Is(200).Text);
        Assert.Single((await back.GetAsync("/api/rooms/1/messages")).Body["messages"]!.AsArray());
    }
}
