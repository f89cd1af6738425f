using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class BothDoorsTests
{
    [Fact]
    public async Task One_conversation_is_heard_by_both_doors_in_one_order()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterAsync("ethan");

        await cindy.SayAsync("We had pizza\nlast night.");
        Assert.Equal("OK", await ethan.AskAsync("PUT: How about spaghetti?"));
        await cindy.SayAsync("<ethan>I hate it");

        Assert.Equal("MSGS: <cindy>We had pizza last night. <ethan>How about spaghetti? <cindy>‹ethan›I hate it", await ethan.AskAsync("GET"));
        Assert.Equal(["We had pizza\nlast night.", "How about spaghetti?", "<ethan>I hate it"], await cindy.HearAsync());
    }

    [Fact]
    public async Task A_line_client_hears_the_lobby_alone_whatever_rooms_it_was_brought_into()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterAsync("ethan");
        var den = await cindy.OpenRoomAsync("den", isPrivate: true);
        var kitchen = await cindy.OpenRoomAsync("kitchen");
        (await cindy.PostAsync($"/api/rooms/{den}/invite", new { name = "ethan" })).Is(204);
        (await cindy.PostAsync($"/api/rooms/{kitchen}/invite", new { name = "ethan" })).Is(204);
        var direct = (await cindy.AskDirectAsync("ethan")).Is(201).Id;

        foreach (var room in new[] { den, kitchen, direct }) await cindy.SayAsync("not by line", room);
        await cindy.SayAsync("by line");

        Assert.Equal("MSGS: <cindy>by line", await ethan.AskAsync("GET"));
    }

    [Fact]
    public async Task A_message_edited_or_taken_back_before_it_was_read_by_line_is_read_so()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterAsync("ethan");
        var first = await cindy.SayAsync("peetza");
        var second = await cindy.SayAsync("oops");

        (await cindy.PatchAsync($"/api/messages/{first}", new { text = "pizza" })).Is(200);
        (await cindy.DeleteAsync($"/api/messages/{second}")).Is(204);

        Assert.Equal("MSGS: <cindy>pizza", await ethan.AskAsync("GET"));
        Assert.Equal("MSGS:", await ethan.AskAsync("GET"));
    }

    [Fact]
    public async Task A_line_client_keeps_its_messages_when_it_leaves_and_another_takes_its_name()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using (var ethan = await server.EnterAsync("ethan")) Assert.Equal("OK", await ethan.AskAsync("PUT: goodbye"));
        await Eventually.Become(async () => (await cindy.GetAsync("/api/users")).Body["users"]!.AsArray().Count, count => count == 1);

        using var second = await server.EnterHttpAsync("ethan");
        var message = (await second.GetAsync("/api/rooms/1/messages")).Body["messages"]![0]!;

        Assert.Equal("ethan", (string)message["from"]!["name"]!);
        Assert.NotEqual(second.Id, (long)message["from"]!["id"]!);
        (await second.DeleteAsync($"/api/messages/{message["id"]}")).IsRefused(403, "not-allowed");
    }
}
