using System.Globalization;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class MessageTests
{
    private const string Path = "/api/rooms/1/messages";

    [Fact]
    public async Task A_message_is_the_same_wherever_it_is_read()
    {
        await using var server = await TestServer.StartAsync(new ManualTime());
        using var cindy = await server.EnterHttpAsync("cindy");

        var posted = (await cindy.PostAsync(Path, new { text = "We had <pizza> 🍕\nlast night.", nonce = "n1" })).Is(201);

        var read = (await cindy.GetAsync(Path)).Is(200).Body["messages"]![0]!;
        var heard = Assert.Single(await cindy.PollAsync());
        Assert.Equal(posted.Text, read.ToJsonString(Plain));
        Assert.Equal(posted.Text, heard["message"]!.ToJsonString(Plain));
        Assert.Equal(("message", posted.Id, 1), ((string)heard["type"]!, (long)heard["id"]!, (long)heard["room"]!));
        Assert.Equal(("cindy", cindy.Id), ((string)read["from"]!["name"]!, (long)read["from"]!["id"]!));
        Assert.Equal(("We had <pizza> 🍕\nlast night.", "n1"), ((string)read["text"]!, (string)read["nonce"]!));
        Assert.EndsWith("Z", (string)read["at"]!);
        Assert.Equal(ManualTime.Start, DateTimeOffset.Parse((string)read["at"]!, CultureInfo.InvariantCulture));
        Assert.Empty(read["attachments"]!.AsArray());
        Assert.Empty(read["reactions"]!.AsArray());
    }

    [Theory]
    [InlineData(null, "empty-text")]
    [InlineData("", "empty-text")]
    [InlineData(" \n\u200b ", "empty-text")]
    [InlineData("\0\u0007", "empty-text")]
    public async Task A_message_that_says_nothing_is_refused(string? text, string code)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.PostAsync(Path, new { text })).IsRefused(400, code);
    }

    [Fact]
    public async Task Four_thousand_characters_are_allowed_and_not_one_more()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var longest = string.Concat(Enumerable.Repeat("😀", 4_000));

        (await cindy.PostAsync(Path, new { text = longest })).Is(201);
        (await cindy.PostAsync(Path, new { text = longest + "x" })).IsRefused(400, "text-too-long");
        Assert.Equal(longest, Assert.Single(await cindy.HearAsync()));
    }

    [Fact]
    public async Task A_nonce_repeated_posts_once_and_each_user_has_their_own()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");

        var first = (await cindy.PostAsync(Path, new { text = "once", nonce = "same" })).Is(201);
        var second = (await cindy.PostAsync(Path, new { text = "twice?", nonce = "same" })).Is(200);
        var other = (await ethan.PostAsync(Path, new { text = "mine", nonce = "same" })).Is(201);

        Assert.Equal(first.Text, second.Text);
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal(["once", "mine"], await ethan.HearAsync());
    }

    [Fact]
    public async Task A_nonce_posted_many_times_at_once_is_stored_once()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => cindy.PostAsync(Path, new { text = "once", nonce = "same" })));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(49, answers.Count(answer => answer.Status == 200));
        Assert.Single(answers.Select(answer => answer.Id).Distinct());
        Assert.Equal(["once"], await cindy.HearAsync());
    }

    [Fact]
    public async Task A_reply_names_a_message_of_the_same_room()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var kitchen = await cindy.OpenRoomAsync("kitchen");
        var said = await cindy.SayAsync("pizza?");

        var reply = (await cindy.PostAsync(Path, new { text = "yes", replyTo = said })).Is(201);
        Assert.Equal(said, (long)reply.Body["replyTo"]!);
        (await cindy.PostAsync($"/api/rooms/{kitchen}/messages", new { text = "yes", replyTo = said })).IsRefused(400, "invalid-reply");
        foreach (var nothing in new long[] { 0, -1, 999, long.MaxValue })
            (await cindy.PostAsync(Path, new { text = "yes", replyTo = nothing })).IsRefused(400, "invalid-reply");
    }

    [Fact]
    public async Task History_is_read_page_by_page_and_says_when_there_is_more()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        for (var i = 0; i < 25; i++) await cindy.SayAsync($"message {i}");

        var pages = new List<string>();
        long before = long.MaxValue;
        for (var more = true; more;)
        {
            var page = (await cindy.GetAsync($"{Path}?before={before}&limit=10")).Is(200).Body;
            var texts = page["messages"]!.AsArray().Select(message => (string)message!["text"]!).ToList();
            pages.InsertRange(0, texts);
            before = (long)page["messages"]![0]!["id"]!;
            more = (bool)page["more"]!;
            Assert.Equal(more ? 10 : 5, texts.Count);
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"message {i}"), pages);
        Assert.Empty((await cindy.GetAsync($"{Path}?before={before}")).Is(200).Body["messages"]!.AsArray());
    }

    [Fact]
    public async Task History_after_a_message_begins_right_behind_it_and_says_when_there_are_newer_ones()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var kitchen = await cindy.OpenRoomAsync("kitchen");
        var first = await cindy.SayAsync("message 0");
        for (var i = 1; i < 6; i++)
        {
            await cindy.SayAsync("elsewhere", kitchen);
            await cindy.SayAsync($"message {i}");
        }

        var page = (await cindy.GetAsync($"{Path}?after={first}&limit=3")).Is(200).Body;
        var rest = (await cindy.GetAsync($"{Path}?after={page["messages"]![2]!["id"]}&limit=3")).Is(200).Body;

        Assert.Equal(["message 1", "message 2", "message 3"], page["messages"]!.AsArray().Select(message => (string)message!["text"]!));
        Assert.True((bool)page["more"]!);
        Assert.Equal(["message 4", "message 5"], rest["messages"]!.AsArray().Select(message => (string)message!["text"]!));
        Assert.False((bool)rest["more"]!);
        (await cindy.GetAsync($"{Path}?after={first}&before={first}")).IsRefused(400, "malformed");
    }

    [Fact]
    public async Task What_was_edited_or_taken_back_is_so_for_everyone()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var said = await cindy.SayAsync("peetza");
        await ethan.PollAsync();

        var edited = (await cindy.PatchAsync($"/api/messages/{said}", new { text = "pizza" })).Is(200);
        Assert.NotNull((string?)edited.Body["editedAt"]);
        var heard = Assert.Single(await ethan.PollAsync());
        Assert.Equal(("edited", "pizza", said), ((string)heard["type"]!, (string)heard["message"]!["text"]!, (long)heard["message"]!["id"]!));

        (await cindy.DeleteAsync($"/api/messages/{said}")).Is(204);
        heard = Assert.Single(await ethan.PollAsync());
        Assert.Equal(("deleted", said), ((string)heard["type"]!, (long)heard["messageId"]!));
        Assert.Empty((await ethan.GetAsync(Path)).Body["messages"]!.AsArray());
        (await cindy.PatchAsync($"/api/messages/{said}", new { text = "spaghetti" })).IsRefused(404, "not-found");
        (await cindy.DeleteAsync($"/api/messages/{said}")).IsRefused(404, "not-found");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
