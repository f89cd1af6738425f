using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class RoomTests
{
    [Fact]
    public async Task Everyone_is_in_the_lobby_from_the_start()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        var lobby = await cindy.RoomAsync(ChatUser.Lobby);

        Assert.Equal("lobby", (string)lobby!["name"]!);
        Assert.Equal("public", (string)lobby["kind"]!);
        Assert.True((bool)lobby["joined"]!);
        Assert.Equal((0, 0, 0), ((int)lobby["unread"]!, (int)lobby["mentions"]!, (int)lobby["lastId"]!));
    }

    [Fact]
    public async Task A_public_room_is_seen_by_all_and_heard_by_who_joins()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");

        var opened = (await cindy.PostAsync("/api/rooms", new { name = "Kitchen", topic = "What we eat" })).Is(201);
        var kitchen = opened.Id;
        Assert.Equal(("Kitchen", "What we eat", "public", true), ((string)opened.Body["name"]!, (string)opened.Body["topic"]!, (string)opened.Body["kind"]!, (bool)opened.Body["joined"]!));
        Assert.Equal("room", (string)Assert.Single(await ethan.PollAsync())["type"]!);
        await cindy.SayAsync("unheard", kitchen);
        Assert.Empty(await ethan.HearAsync());
        Assert.False((bool)(await ethan.RoomAsync(kitchen))!["joined"]!);

        await ethan.JoinAsync(kitchen);
        await ethan.JoinAsync(kitchen);
        await cindy.SayAsync("heard", kitchen);

        Assert.EndsWith("heard", Assert.Single(await ethan.HearAsync(), text => text == "heard"));
        Assert.True((bool)(await ethan.RoomAsync(kitchen))!["joined"]!);
        (await ethan.PostAsync($"/api/rooms/{kitchen}/leave")).Is(204);
        await cindy.SayAsync("gone", kitchen);
        Assert.Empty(await ethan.HearAsync());
    }

    [Theory]
    [InlineData("kitchen")]
    [InlineData(" KITCHEN ")]
    [InlineData("Lobby")]
    public async Task A_room_s_name_is_taken_whatever_its_case(string name)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        await cindy.OpenRoomAsync("Kitchen");

        (await cindy.PostAsync("/api/rooms", new { name })).IsRefused(409, "name-taken");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("\0")]
    public async Task A_room_without_a_name_is_refused(string? name)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.PostAsync("/api/rooms", new { name })).IsRefused(400, "invalid-room-name");
    }

    [Fact]
    public async Task A_private_room_is_entered_by_invitation_alone()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var den = await cindy.OpenRoomAsync("den", isPrivate: true);

        (await ethan.PostAsync($"/api/rooms/{den}/join")).IsRefused(404, "not-found");
        Assert.Empty(await ethan.PollAsync());
        (await cindy.PostAsync($"/api/rooms/{den}/invite", new { name = "zoe" })).IsRefused(404, "no-such-user");
        await cindy.InviteAsync(den, ethan);

        Assert.Contains("joined", (await ethan.PollAsync()).Select(one => (string)one["type"]!));
        Assert.Equal("private", (string)(await ethan.RoomAsync(den))!["kind"]!);
        var users = (await ethan.GetAsync($"/api/rooms/{den}/users")).Is(200).Body["users"]!.AsArray();
        Assert.Equal(["cindy", "ethan"], users.Select(user => (string)user!["name"]!));
    }

    [Fact]
    public async Task Who_is_brought_into_a_room_hears_of_it_and_then_finds_it_in_the_list()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var den = await cindy.OpenRoomAsync("den", isPrivate: true);

        await cindy.InviteAsync(den, ethan);
        var joined = (await ethan.PollAsync())[^1];
        var direct = (await cindy.AskDirectAsync("ethan")).Is(201).Id;
        var opened = Assert.Single(await ethan.PollAsync());

        Assert.Equal(("joined", den, ethan.Id), ((string)joined["type"]!, (long)joined["room"]!, (long)joined["user"]!["id"]!));
        Assert.Equal(("room", direct, "direct"), ((string)opened["type"]!, (long)opened["room"]!, (string)opened["details"]!["kind"]!));
        Assert.Equal(cindy.Id, (long)opened["user"]!["id"]!);
        Assert.True((bool)(await ethan.RoomAsync(den))!["joined"]!);
        Assert.Equal("cindy", (string)(await ethan.RoomAsync(direct))!["name"]!);
    }

    [Fact]
    public async Task Being_brought_into_a_room_ends_a_wait()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var den = await cindy.OpenRoomAsync("den", isPrivate: true);
        var waiting = ethan.PollAsync(wait: 50);
        await server.UntilWaitingAsync(ethan);

        await cindy.InviteAsync(den, ethan);

        Assert.All(await waiting, heard => Assert.Equal(den, (long)heard["room"]!));
    }

    [Fact]
    public async Task There_is_one_direct_room_of_the_same_people()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        using var zoe = await server.EnterHttpAsync("zoe");

        var opened = (await cindy.AskDirectAsync("ethan")).Is(201);
        var again = (await ethan.AskDirectAsync("CINDY", "cindy")).Is(200);
        var three = (await zoe.AskDirectAsync("ethan", "cindy")).Is(201);

        Assert.Equal(opened.Id, again.Id);
        Assert.NotEqual(opened.Id, three.Id);
        Assert.Equal(("direct", "ethan"), ((string)opened.Body["kind"]!, (string)opened.Body["name"]!));
        Assert.Equal("cindy", (string)again.Body["name"]!);
        Assert.Null(await zoe.RoomAsync(opened.Id));
    }

    [Fact]
    public async Task A_direct_room_needs_others_who_are_there()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        (await cindy.PostAsync("/api/direct", new { })).IsRefused(400, "invalid-people");
        (await cindy.AskDirectAsync("cindy")).IsRefused(400, "invalid-people");
        (await cindy.AskDirectAsync("ethan")).IsRefused(404, "no-such-user");
        (await cindy.AskDirectAsync([null])).IsRefused(404, "no-such-user");
    }

    [Fact]
    public async Task Who_is_in_the_chat_is_listed_with_whether_they_are_here()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        await cindy.PutAsync("/api/account", new { password = "correct horse" });

        time.Advance(TimeSpan.FromSeconds(11));
        var users = (await ethan.GetAsync("/api/users")).Is(200).Body["users"]!.AsArray();

        Assert.Equal(
            ["cindy member False", "ethan guest True"],
            users.Select(user => $"{user!["name"]} {user["role"]} {(bool)user["here"]!}"));
    }
}
