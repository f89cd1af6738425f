using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class UnreadTests
{
    [Fact]
    public async Task What_one_device_has_read_the_other_has_read_too()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var laptop = await EnterAsMemberAsync(server, "ethan");
        using var phone = await server.EnterHttpAsync("ethan", "correct horse");
        await cindy.SayAsync("hello");
        var called = await cindy.SayAsync("where are you, @Ethan?");
        var last = await cindy.SayAsync("pizza is here");
        await laptop.SayAsync("coming");
        Assert.Equal((3, 1), await CountsAsync(laptop));
        Assert.Equal((3, 1), await CountsAsync(phone));
        await phone.HearAsync();

        (await laptop.PutAsync("/api/rooms/1/read", new { upTo = called })).Is(204);

        Assert.Equal((1, 0), await CountsAsync(phone));
        var heard = Assert.Single(await phone.PollAsync());
        Assert.Equal(("read", 1, called), ((string)heard["type"]!, (long)heard["room"]!, (long)heard["upTo"]!));
        (await phone.PutAsync("/api/rooms/1/read", new { upTo = last })).Is(204);
        (await laptop.PutAsync("/api/rooms/1/read", new { upTo = called })).Is(204);
        Assert.Equal((0, 0), await CountsAsync(laptop));
        Assert.DoesNotContain("read", (await cindy.PollAsync()).Select(one => (string)one["type"]!));
    }

    [Fact]
    public async Task What_was_read_stays_read_after_a_restart()
    {
        using var data = new TempFolder();
        await using (var server = await TestServer.StartAsync(data: data))
        {
            using var cindy = await server.EnterHttpAsync("cindy");
            using var ethan = await EnterAsMemberAsync(server, "ethan");
            var read = await cindy.SayAsync("one");
            (await ethan.PutAsync("/api/rooms/1/read", new { upTo = read })).Is(204);
            await cindy.SayAsync("two, @ethan");
        }

        await using var again = await TestServer.StartAsync(data: data);
        using var back = await again.EnterHttpAsync("ethan", "correct horse");
        Assert.Equal((1, 1), await CountsAsync(back));
    }

    [Fact]
    public async Task What_was_said_before_one_came_is_not_unread()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var kitchen = await cindy.OpenRoomAsync("kitchen");
        await cindy.SayAsync("early, @ethan");
        await cindy.SayAsync("early", kitchen);

        using var ethan = await server.EnterHttpAsync("ethan");
        await ethan.JoinAsync(kitchen);

        Assert.Equal((0, 0), await CountsAsync(ethan));
        Assert.Equal((0, 0), await CountsAsync(ethan, kitchen));
    }

    [Fact]
    public async Task A_room_tells_how_far_one_has_read_it()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var kitchen = await cindy.OpenRoomAsync("kitchen");
        var early = await cindy.SayAsync("early");
        using var ethan = await server.EnterHttpAsync("ethan");
        var late = await cindy.SayAsync("late");
        await cindy.SayAsync("later");

        Assert.Equal(early, await ReadUpToAsync(ethan));
        Assert.Equal(0, await ReadUpToAsync(ethan, kitchen));
        (await ethan.PutAsync("/api/rooms/1/read", new { upTo = late })).Is(204);

        Assert.Equal(late, await ReadUpToAsync(ethan));
    }

    [Fact]
    public async Task A_message_taken_back_or_edited_calls_only_whom_it_still_names()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var first = await cindy.SayAsync("@ethan?");
        var second = await cindy.SayAsync("@zoe?");

        (await cindy.DeleteAsync($"/api/messages/{first}")).Is(204);
        Assert.Equal((1, 0), await CountsAsync(ethan));
        (await cindy.PatchAsync($"/api/messages/{second}", new { text = "@ethan!" })).Is(200);
        Assert.Equal((1, 1), await CountsAsync(ethan));
        (await cindy.PatchAsync($"/api/messages/{second}", new { text = "@zoe after all" })).Is(200);
        Assert.Equal((1, 0), await CountsAsync(ethan));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000)]
    [InlineData(long.MaxValue)]
    public async Task Nobody_reads_what_is_not_there(long upTo)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.PutAsync("/api/rooms/1/read", new { upTo })).IsRefused(400, "invalid-id");
    }

    private static async Task<ChatUser> EnterAsMemberAsync(TestServer server, string name)
    {
        var member = await server.EnterHttpAsync(name);
        (await member.PutAsync("/api/account", new { password = "correct horse" })).Is(200);
        return member;
    }

    private static async Task<long> ReadUpToAsync(ChatUser reader, long room = ChatUser.Lobby) => (long)(await reader.RoomAsync(room))!["readUpTo"]!;

    private static async Task<(int Unread, int Mentions)> CountsAsync(ChatUser reader, long room = ChatUser.Lobby) =>
        await reader.RoomAsync(room) is { } seen ? ((int)seen["unread"]!, (int)seen["mentions"]!) : default;
}
