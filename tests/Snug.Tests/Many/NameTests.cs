using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>A name is one person's, whichever server they came in at.</summary>
[Collection(nameof(OneAfterAnother))]
public class NameTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Of_two_servers_asked_for_a_name_at_the_same_moment_one_gives_it()
    {
        await using var fleet = await postgres.StartServersAsync();
        using ChatUser one = fleet.Stranger(0), other = fleet.Stranger(1);

        for (var round = 0; round < 20; round++)
        {
            var answers = await Task.WhenAll(one.PostAsync("/api/session", new { name = $"cindy{round}" }), other.PostAsync("/api/session", new { name = $"Cindy{round}" }));
            Assert.Equal([201, 409], answers.Select(answer => answer.Status).Order());
        }
        for (var round = 0; round < 10; round++)
        {
            using LineSocket line = await fleet.ConnectAsync(0), otherLine = await fleet.ConnectAsync(1);
            var answers = await Task.WhenAll(line.AskAsync($"lia{round}"), otherLine.AskAsync($"lia{round}"));
            Assert.Single(answers, answer => answer!.StartsWith("OK", StringComparison.Ordinal));
            Assert.Single(answers, answer => answer!.StartsWith("ERROR:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_name_is_taken_at_every_server_by_either_door_until_it_is_left()
    {
        await using var fleet = await postgres.StartServersAsync();
        using var cindy = await fleet.EnterAsync(0, "cindy");
        using (var line = await fleet.ConnectAsync(1)) Assert.StartsWith("ERROR:", await line.AskAsync("Cindy"));
        using (var stranger = fleet.Stranger(1)) (await stranger.PostAsync("/api/session", new { name = "CINDY" })).IsRefused(409, "name-taken");

        (await fleet.At(1, cindy).DeleteAsync("/api/session")).Is(204);

        using var free = await fleet.ConnectAsync(1);
        Assert.StartsWith("OK", await free.AskAsync("cindy"));
        using var taken = fleet.Stranger(0);
        (await taken.PostAsync("/api/session", new { name = "cindy" })).IsRefused(409, "name-taken");
    }

    [Fact]
    public async Task The_names_at_a_server_that_was_killed_are_free_after_a_while_and_not_before()
    {
        await using var fleet = await postgres.StartServersAsync();
        using var cindy = await fleet.ConnectAsync(0);
        Assert.StartsWith("OK", await cindy.AskAsync("cindy"));

        await fleet.Servers[0].KillAsync();

        Assert.StartsWith("ERROR:", await AskForAsync(fleet, "cindy"));
        await Eventually.Become(() => AskForAsync(fleet, "cindy"), answer => answer.StartsWith("OK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_names_at_a_server_that_was_stopped_are_free_at_once()
    {
        await using var fleet = await postgres.StartServersAsync();
        using var cindy = await fleet.ConnectAsync(0);
        Assert.StartsWith("OK", await cindy.AskAsync("cindy"));

        Assert.Equal(0, await fleet.Servers[0].StopAsync());

        Assert.StartsWith("OK", await AskForAsync(fleet, "cindy"));
    }

    [Fact]
    public async Task Everybody_is_seen_at_every_server()
    {
        await using var fleet = await postgres.StartServersAsync(3);
        using LineSocket cindy = await fleet.ConnectAsync(0), zoe = await fleet.ConnectAsync(2);
        await cindy.AskAsync("cindy");
        await zoe.AskAsync("zoe");
        using var ethan = await fleet.EnterAsync(1, "ethan");

        foreach (var line in (LineSocket[])[cindy, zoe])
            await Eventually.Become(() => line.AskAsync("USERS"), users => users == "USERS: cindy ethan zoe");
        await Eventually.Become(() => ethan.GetAsync("/api/users"), users => users.Is(200).Body["users"]!.AsArray().Count(user => (bool)user!["here"]!) == 3);

        zoe.Dispose();
        await Eventually.Become(() => cindy.AskAsync("USERS"), users => users == "USERS: cindy ethan");
    }

    [Fact]
    public async Task Who_polls_one_server_after_another_is_here_at_all_of_them()
    {
        await using var fleet = await postgres.StartServersAsync();
        using var cindy = await fleet.EnterAsync(0, "cindy");
        using var elsewhere = fleet.At(1, cindy);
        using var line = await fleet.ConnectAsync(0);
        await line.AskAsync("zoe");

        // Longer than somebody who is silent counts as here.
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(12))
        {
            await elsewhere.AskEventsAsync(wait: 1);
            Assert.Equal("USERS: cindy zoe", await line.AskAsync("USERS"));
        }
    }

    private static async Task<string> AskForAsync(ServerFleet fleet, string name)
    {
        using var line = await fleet.ConnectAsync(1);
        return (await line.AskAsync(name))!;
    }
}
