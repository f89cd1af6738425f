using Snug.Server;
using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>A name is one person's, whichever server they came in at.</summary>
[Collection(nameof(OneAfterAnother))]
public class NameTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Of_two_servers_asked_for_a_name_at_the_same_moment_one_gives_it()
    {
        var fleet = await postgres.ShareServersAsync();
        using ChatUser one = fleet.Stranger(0), other = fleet.Stranger(1);

        for (var round = 0; round < 20; round++)
        {
            var name = fleet.NewName();
            var answers = await Task.WhenAll(one.PostAsync("/api/session", new { name }), other.PostAsync("/api/session", new { name = name.ToUpperInvariant() }));
            Assert.Equal([201, 409], answers.Select(answer => answer.Status).Order());
        }
        for (var round = 0; round < 10; round++)
        {
            using LineSocket line = await fleet.ConnectAsync(0), otherLine = await fleet.ConnectAsync(1);
            var name = fleet.NewName();
            var answers = await Task.WhenAll(line.AskAsync(name), otherLine.AskAsync(name));
            Assert.Single(answers, answer => answer!.StartsWith("OK", StringComparison.Ordinal));
            Assert.Single(answers, answer => answer!.StartsWith("ERROR:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_name_is_taken_at_every_server_by_either_door_until_it_is_left()
    {
        var fleet = await postgres.ShareServersAsync();
        using var cindy = await fleet.EnterNewAsync(0);
        using ChatUser elsewhere = fleet.At(1, cindy), stranger = fleet.Stranger(1), other = fleet.Stranger(0);
        using (var line = await fleet.ConnectAsync(1)) Assert.StartsWith("ERROR:", await line.AskAsync(cindy.Name));
        (await stranger.PostAsync("/api/session", new { name = cindy.Name.ToUpperInvariant() })).IsRefused(409, "name-taken");

        (await elsewhere.DeleteAsync("/api/session")).Is(204);

        using var free = await fleet.ConnectAsync(1);
        Assert.StartsWith("OK", await free.AskAsync(cindy.Name));
        (await other.PostAsync("/api/session", new { name = cindy.Name })).IsRefused(409, "name-taken");
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
    public async Task The_names_at_a_server_that_was_stopped_are_free_without_waiting_for_its_lease()
    {
        await using var fleet = await postgres.StartServersAsync();
        using var cindy = await fleet.ConnectAsync(0);
        Assert.StartsWith("OK", await cindy.AskAsync("cindy"));

        Assert.Equal(0, await fleet.Servers[0].StopAsync());

        var begun = TimeProvider.System.GetTimestamp();
        await Eventually.Become(() => AskForAsync(fleet, "cindy"), answer => answer.StartsWith("OK", StringComparison.Ordinal));
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, Limits.ServerLease / 2);
    }

    [Fact]
    public async Task Everybody_is_seen_at_every_server_by_either_door()
    {
        var fleet = await postgres.ShareServersAsync();
        using LineSocket cindy = await fleet.ConnectAsync(0), zoe = await fleet.ConnectAsync(1);
        using var ethan = await fleet.EnterNewAsync(1);
        var names = (Cindy: fleet.NewName(), Zoe: fleet.NewName());
        await cindy.AskAsync(names.Cindy);
        await zoe.AskAsync(names.Zoe);

        foreach (var line in (LineSocket[])[cindy, zoe])
            await Eventually.Become(() => UsersAsync(line), users => new[] { names.Cindy, names.Zoe, ethan.Name }.All(users.Contains));
        await Eventually.Become(
            async () => (await ethan.GetAsync("/api/users")).Is(200).Body["users"]!.AsArray().Where(user => (bool)user!["here"]!).Select(user => (string)user!["name"]!),
            users => users.Contains(names.Cindy) && users.Contains(names.Zoe));

        zoe.Dispose();
        await Eventually.Become(() => UsersAsync(cindy), users => !users.Contains(names.Zoe));
    }

    [Fact]
    public async Task Who_polls_one_server_is_here_at_all_of_them()
    {
        var fleet = await postgres.ShareServersAsync();
        using var cindy = await fleet.EnterNewAsync(0);
        using var elsewhere = fleet.At(1, cindy);
        using var line = await fleet.ConnectAsync(0);
        await line.AskAsync(fleet.NewName());

        // Longer than somebody who is silent counts as here.
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(12))
        {
            await elsewhere.AskEventsAsync(wait: 1);
            Assert.Contains(cindy.Name, await UsersAsync(line));
        }
    }

    private static async Task<string[]> UsersAsync(LineSocket line) => (await line.AskAsync("USERS"))!.Split(' ')[1..];

    private static async Task<string> AskForAsync(ServerFleet fleet, string name)
    {
        using var line = await fleet.ConnectAsync(1);
        return (await line.AskAsync(name))!;
    }
}
