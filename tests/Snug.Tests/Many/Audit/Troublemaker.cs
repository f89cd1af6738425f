namespace Snug.Tests.Many.Audit;

/// <summary>Does to a chat, one after another, what happens to chats in years; what and when follows from the seed.</summary>
internal sealed class Troublemaker(Tally tally, Random random, CancellationToken cancel)
{
    // From the end of one trouble to the beginning of the next so many posts are acknowledged, at most; often none, so that they meet.
    private const int MostPostsBetween = 100;

    // Longer than a name's lease and than a failover take together.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<(string Name, Func<Task> Make)> troubles = [];

    /// <summary>Adds a trouble; after it everything is as it was before.</summary>
    public Troublemaker Add(string name, Func<Task> make)
    {
        troubles.Add((name, make));
        return this;
    }

    /// <summary>What happens to any server, even where there is no other.</summary>
    public Troublemaker AddSingle(ServerFleet fleet) => this
        .Add("a server is killed", () => RestartAsync(fleet.Servers[random.Next(fleet.Servers.Count)], isKilled: true))
        .Add("a server is stopped in order", () => RestartAsync(fleet.Servers[random.Next(fleet.Servers.Count)], isKilled: false));

    /// <summary>What happens to servers of which there are several.</summary>
    public Troublemaker AddServers(ServerFleet fleet) => AddSingle(fleet)
        .Add("all servers but one are killed", () => Task.WhenAll(fleet.Servers.Skip(1).Select(server => RestartAsync(server, isKilled: true))))
        .Add("a server is held up", () => HoldUpAsync(fleet.Servers[random.Next(fleet.Servers.Count)]));

    /// <summary>What happens to a PostgreSQL and to the network before it.</summary>
    public Troublemaker AddDatabase(Func<PostgresCluster> postgres, Func<CuttingProxy> proxy) => this
        .Add("PostgreSQL is restarted", () => postgres().RestartAsync())
        .Add("PostgreSQL is killed", async () =>
        {
            await postgres().KillAsync();
            await postgres().StartAsync();
        })
        .Add("all connections are cut", () => Task.FromResult(proxy().CutAll()))
        .Add("the answers to three commits are lost", () => LoseAsync(proxy(), 3))
        .Add("the network is silent", () => FallSilentAsync(proxy()));

    /// <summary>What happens to a PostgreSQL that has a standby.</summary>
    public Troublemaker AddFailover(PostgresPair pair) => this
        .Add("the primary is killed and the standby promoted", async () =>
        {
            await pair.Primary.KillAsync();
            await pair.PromoteStandbyAsync();
        })
        // A primary without its standby must acknowledge nothing: whoever takes over would not have it.
        .Add("the standby stands still, then the primary is killed and the standby promoted", async () =>
        {
            await pair.Standby.FreezeAsync();
            await WaitInVainAsync();
            await pair.Primary.KillAsync();
            await pair.Standby.ThawAsync();
            await pair.PromoteStandbyAsync();
        })
        .Add("the standby is promoted while the primary lives on", pair.PromoteStandbyAsync)
        .Add("the standby stands still", async () =>
        {
            await pair.Standby.FreezeAsync();
            await WaitInVainAsync();
            await pair.Standby.ThawAsync();
        });

    /// <summary>Makes each kind of trouble once, in any order, and again for as long as it is told to; returns when all is well again.</summary>
    public async Task MakeAsync(TimeSpan length)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await GoOnAsync("the beginning", MostPostsBetween);
        do
        {
            var round = troubles.ToArray();
            random.Shuffle(round);
            foreach (var (name, make) in round.TakeWhile(_ => !cancel.IsCancellationRequested))
            {
                tally.CountTrouble(name);
                await make();
                await GoOnAsync(name, random.Next(3) == 0 ? 0 : random.Next(MostPostsBetween));
            }
        }
        while (!cancel.IsCancellationRequested && TimeProvider.System.GetElapsedTime(begun) < length);
        await GoOnAsync("the end", MostPostsBetween);
    }

    private async Task GoOnAsync(string after, int posts)
    {
        try
        {
            if (posts > 0) await tally.WaitForAsync(posts, Patience, cancel);
        }
        catch (OperationCanceledException)
        {
            // Over anyway.
        }
        catch (TimeoutException)
        {
            Assert.Fail($"after {after}, {posts} posts have not been acknowledged within {Patience.TotalSeconds} seconds");
        }
    }

    private async Task RestartAsync(FleetServer server, bool isKilled)
    {
        if (isKilled) await server.KillAsync();
        // One that the others took for dead while it was held up may be about to end by itself.
        else Assert.True(await server.StopAsync() == 0 || server.Logged.Contains("has to be started anew", StringComparison.Ordinal), server.Logged);
        await server.StartAsync();
    }

    private async Task HoldUpAsync(FleetServer server)
    {
        await server.FreezeAsync();
        await GoOnAsync("a server is held up", random.Next(1, MostPostsBetween / 3));
        await server.ThawAsync();
    }

    // Posts are committed with what carries them, other changes by a word of its own.
    private async Task LoseAsync(CuttingProxy proxy, int answers)
    {
        for (var i = 0; i < answers; i++)
        {
            var mark = random.Next(3) == 0 ? "COMMIT\0"u8.ToArray() : "writer"u8.ToArray();
            await proxy.LoseAnswerAsync(asked => asked.Span.IndexOf(mark) >= 0).WaitAsync(Patience, TimeProvider.System, cancel);
            tally.Count("answers to commits lost");
        }
    }

    private async Task FallSilentAsync(CuttingProxy proxy)
    {
        proxy.Freeze();
        await WaitInVainAsync();
        proxy.Thaw();
    }

    // Sometimes longer than posts are kept waiting.
    private Task WaitInVainAsync() => Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 8_000)), TimeProvider.System, CancellationToken.None);
}
