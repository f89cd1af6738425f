using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>What takes a while is decided by what is so at its end: a password's hash takes long on purpose.</summary>
public class RaceTests
{
    [Fact]
    public async Task A_name_is_not_kept_for_one_who_left_meanwhile()
    {
        await using var server = await TestServer.StartAsync();
        for (var round = 0; round < 5; round++)
        {
            using var cindy = await ChatUser.EnterAsync(server.HttpUrl, $"cindy{round}");
            var keeping = cindy.PutAsync("/api/account", new { password = "pizza and spaghetti" });
            var leaving = cindy.DeleteAsync("/api/session");
            var (kept, left) = (await keeping, await leaving);

            // Either they kept it and can come back, or they did not and the name is anybody's.
            using var back = new ChatUser(server.HttpUrl);
            var login = await back.PostAsync("/api/session", new { name = $"cindy{round}", password = "pizza and spaghetti" });
            var guest = await back.PostAsync("/api/session", new { name = $"cindy{round}" });
            Assert.Equal((204, kept.Status == 200 ? 201 : 401, kept.Status == 200 ? 409 : 201), (left.Status, login.Status, guest.Status));
        }
    }

    [Fact]
    public async Task An_old_password_lets_nobody_in_behind_a_new_one()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");
        (await cindy.PutAsync("/api/account", new { password = "the old password" })).Is(200);

        var changing = cindy.PutAsync("/api/account", new { password = "the new password" });
        using var late = new ChatUser(server.HttpUrl);
        var login = await late.PostAsync("/api/session", new { name = "cindy", password = "the old password" });
        (await changing).Is(200);

        if (login.Status == 201)
        {
            using var inside = new ChatUser(server.HttpUrl, (string)login.Body["token"]!);
            Assert.Equal(401, (await inside.GetAsync("/api/users")).Status);
        }
        Assert.Equal(401, (await late.PostAsync("/api/session", new { name = "cindy", password = "the old password" })).Status);
    }

    [Fact]
    public async Task Who_left_a_room_while_reading_it_is_out_after_a_restart_too()
    {
        using var data = new TempFolder();
        string token;
        long room;
        await using (var server = await TestServer.StartAsync(data: data))
        {
            using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");
            using var ethan = await ChatUser.EnterAsync(server.HttpUrl, "ethan");
            (room, token) = (await cindy.OpenRoomAsync("secret", isPrivate: true), ethan.Token!);
            await cindy.InviteAsync(room, ethan);
            var last = await cindy.SayAsync("hi", room);
            // The same as a request for reading that was decided before the leaving and stored behind it.
            (await ethan.PostAsync($"/api/rooms/{room}/leave")).Is(204);
            var log = server.Service<Snug.Server.Events.Log>();
            var person = server.Service<Snug.Server.Events.ChatState>().FindPerson(ethan.Id)!;
            await log.TryAppend(new Snug.Server.Store.ReadRoom(person.User, room, last))!;
        }

        await using var again = await TestServer.StartAsync(data: data);
        using var returned = new ChatUser(again.HttpUrl, token);
        (await returned.GetAsync($"/api/rooms/{room}/messages")).IsRefused(404, "not-found");
    }

    [Fact]
    public async Task A_nonce_does_not_tell_of_a_room_that_its_author_has_left()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");
        using var ethan = await ChatUser.EnterAsync(server.HttpUrl, "ethan");
        var room = await cindy.OpenRoomAsync("secret", isPrivate: true);
        await cindy.InviteAsync(room, ethan);
        await ethan.SayAsync("hi", room, nonce: "n1");
        (await ethan.PostAsync($"/api/rooms/{room}/leave")).Is(204);

        (await ethan.PostAsync("/api/rooms/1/messages", new { text = "hi", nonce = "n1" })).IsRefused(404, "not-found");
    }

    [Fact]
    public async Task A_nonce_is_answered_with_its_message_even_where_a_new_one_would_be_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");
        using var ethan = await ChatUser.EnterAsync(server.HttpUrl, "ethan");
        var room = await cindy.OpenRoomAsync("kitchen");
        await ethan.JoinAsync(room);
        var original = await cindy.SayAsync("spaghetti?", room);
        var answer = await ethan.PostAsync($"/api/rooms/{room}/messages", new { text = "yes", nonce = "n1", replyTo = original });

        (await cindy.DeleteAsync($"/api/messages/{original}")).Is(204);
        (await ethan.PostAsync($"/api/rooms/{room}/leave")).Is(204);

        var again = (await ethan.PostAsync($"/api/rooms/{room}/messages", new { text = "yes", nonce = "n1", replyTo = original })).Is(200);
        Assert.Equal(answer.Id, again.Id);
        (await ethan.PostAsync($"/api/rooms/{room}/messages", new { text = "yes", nonce = "n2" })).IsRefused(403, "not-joined");
    }

    [Fact]
    public async Task The_name_of_a_private_room_cannot_be_probed()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");
        using var ethan = await ChatUser.EnterAsync(server.HttpUrl, "ethan");
        await cindy.OpenRoomAsync("secret", isPrivate: true);

        (await ethan.PostAsync("/api/rooms", new { name = "secret" })).Is(201);
        (await cindy.PostAsync("/api/rooms", new { name = "SECRET" })).IsRefused(409, "name-taken");
    }

    [Fact]
    public async Task Right_passwords_are_no_guesses_and_wrong_ones_are()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");
        (await cindy.PutAsync("/api/account", new { password = "pizza and spaghetti" })).Is(200);
        using var stranger = new ChatUser(server.HttpUrl);

        for (var i = 0; i < 15; i++) (await stranger.PostAsync("/api/session", new { name = "cindy", password = "pizza and spaghetti" })).Is(201);
        for (var i = 0; i < 10; i++) (await stranger.PostAsync("/api/session", new { name = "cindy", password = $"guess {i}" })).IsRefused(401, "wrong-password");
        (await stranger.PostAsync("/api/session", new { name = "cindy", password = "pizza and spaghetti" })).IsRefused(429, "too-fast");
    }

    [Fact]
    public async Task Many_guesses_at_once_are_many_guesses()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");
        (await cindy.PutAsync("/api/account", new { password = "pizza and spaghetti" })).Is(200);
        using var stranger = new ChatUser(server.HttpUrl);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => stranger.PostAsync("/api/session", new { name = "cindy", password = $"guess {i}" })));

        Assert.InRange(answers.Count(answer => answer.Code == "wrong-password"), 1, 10);
        Assert.All(answers, answer => Assert.True(answer.Status is 401 or 429, answer.Text));
    }

    [Fact]
    public async Task What_waited_for_its_turn_is_not_done_in_the_name_of_a_session_that_has_ended()
    {
        await using var server = await TestServer.StartAsync();
        using var witness = await ChatUser.EnterAsync(server.HttpUrl, "witness");
        using var mallory = await ChatUser.EnterAsync(server.HttpUrl, "mallory");
        var sessions = server.Service<Snug.Server.Talk.Sessions>();
        var session = sessions.Find(mallory.Token)!;
        for (var i = 0; i < Snug.Server.Limits.RequestsPerSession; i++) Assert.True(await session.TryBeginRequestAsync(default));

        var waiting = mallory.PostAsync("/api/rooms/1/messages", new { text = "too late" });
        Assert.Null(await sessions.LeaveAsync(session));
        for (var i = 0; i < Snug.Server.Limits.RequestsPerSession; i++) session.EndRequest();

        (await waiting).IsRefused(401, "no-session");
        Assert.Empty((await witness.GetAsync("/api/rooms/1/messages")).Body["messages"]!.AsArray());
    }

    [Theory]
    [InlineData("application/json; charset=foo")]
    [InlineData("application/json; charset=utf-7")]
    public async Task A_charset_that_is_not_ours_is_refused(string type)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");

        (await cindy.SendRawAsync(HttpMethod.Post, "/api/rooms/1/messages", "{\"text\":\"hi\"}"u8.ToArray(), type)).IsRefused(400, "not-json");
    }
}
