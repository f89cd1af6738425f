using Snug.Server;
using Snug.Server.Events;
using Snug.Tests.Running;

namespace Snug.Tests.Events;

/// <summary>A room in which more is said than stays in memory for long.</summary>
public class BusyRoomTests
{
    [Fact]
    public async Task A_room_that_falls_silent_after_a_flood_lets_go_of_it_with_what_is_said_elsewhere()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using ChatUser cindy = await server.EnterHttpAsync("cindy"), ethan = await server.EnterHttpAsync("ethan"), zoe = await server.EnterHttpAsync("zoe");
        var (den, lobby) = (await zoe.OpenRoomAsync("den"), server.Service<ChatState>().Lobby.Stream);
        for (var i = 0; i <= Limits.RecentEvents / 3; i++)
            foreach (var person in (ChatUser[])[cindy, ethan, zoe]) await person.SayAsync($"message {i}");
        Assert.True(lobby.IsBusy);

        time.Advance(Limits.RecentFor);
        Assert.True(lobby.IsBusy);
        await zoe.SayAsync("it has become quiet there", den);

        Assert.False(lobby.IsBusy);
    }
}
