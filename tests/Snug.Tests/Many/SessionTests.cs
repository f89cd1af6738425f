using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>A session is good at every server, from the moment that one has granted it.</summary>
[Collection(nameof(OneAfterAnother))]
public class SessionTests(SharedPostgres postgres)
{
    private const string Password = "correct horse";

    [Fact]
    public async Task A_session_of_one_server_is_good_at_another_at_once()
    {
        var fleet = await postgres.ShareServersAsync();

        for (var round = 0; round < 20; round++)
        {
            using var cindy = await fleet.EnterNewAsync(round % 2);
            using var elsewhere = fleet.At(1 - (round % 2), cindy);
            (await elsewhere.GetAsync("/api/rooms")).Is(200);
            await elsewhere.SayAsync("hello");
        }
    }

    [Fact]
    public async Task A_session_is_good_at_a_server_that_was_started_later()
    {
        await using var fleet = await postgres.StartServersAsync();
        await fleet.Servers[1].StopAsync();
        using var cindy = await fleet.EnterAsync(0, "cindy");
        await cindy.SayAsync("hello");
        await fleet.Servers[0].KillAsync();
        await fleet.Servers[1].StartAsync();

        using var elsewhere = fleet.At(1, cindy);

        Assert.Equal(["hello"], await elsewhere.HearAsync());
    }

    [Fact]
    public async Task A_session_that_was_left_at_one_server_is_none_at_another()
    {
        var fleet = await postgres.ShareServersAsync();
        using var cindy = await fleet.EnterNewAsync(0);
        using var elsewhere = fleet.At(1, cindy);
        (await elsewhere.GetAsync("/api/rooms")).Is(200);
        var waiting = elsewhere.AskEventsAsync(wait: 15);

        (await cindy.DeleteAsync("/api/session")).Is(204);

        (await waiting).IsRefused(401, "no-session");
        (await elsewhere.GetAsync("/api/rooms")).IsRefused(401, "no-session");
    }

    [Fact]
    public async Task An_account_made_at_one_server_lets_its_owner_in_at_another_and_nobody_else()
    {
        var fleet = await postgres.ShareServersAsync();
        using var cindy = await fleet.EnterNewAsync(0);
        (await cindy.PutAsync("/api/account", new { password = Password })).Is(200);

        using var phone = await fleet.EnterAsync(1, cindy.Name, Password);
        using var stranger = fleet.Stranger(1);
        (await stranger.PostAsync("/api/session", new { name = cindy.Name, password = "a wrong one" })).IsRefused(401, "wrong-password");

        Assert.Equal(cindy.Id, phone.Id);
        (await phone.PutAsync("/api/account", new { password = "another horse" })).Is(200);
        using var again = await fleet.EnterAsync(0, cindy.Name, "another horse");
    }

    [Fact]
    public async Task What_was_read_at_one_server_is_read_at_another()
    {
        var fleet = await postgres.ShareServersAsync();
        using ChatUser cindy = await fleet.EnterNewAsync(0), ethan = await fleet.EnterNewAsync(1);
        var id = await cindy.SayAsync("hello");
        (await ethan.PutAsync($"/api/rooms/{ChatUser.Lobby}/read", new { upTo = id })).Is(204);

        using var elsewhere = fleet.At(0, ethan);

        await Eventually.Become(() => elsewhere.RoomAsync(ChatUser.Lobby), room => (int)room!["unread"]! == 0);
        await cindy.SayAsync("and again");
        await Eventually.Become(() => ethan.RoomAsync(ChatUser.Lobby), room => (int)room!["unread"]! == 1);
    }
}
