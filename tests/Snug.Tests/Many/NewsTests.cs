using Snug.Server.Store;
using Snug.Server.Store.Postgres;
using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>How a server hears that another has written.</summary>
[Collection(nameof(OneAfterAnother))]
public class NewsTests(SharedPostgres postgres)
{
    [Fact]
    public async Task News_that_a_look_came_too_early_for_is_looked_for_again()
    {
        var (database, cluster) = (await postgres.NewDatabaseAsync(), await postgres.StartAsync());
        // Its clock stands still: nothing is looked for because a time has come.
        using var store = PostgresStore.Open(cluster.Address(database), new ManualTime());
        var early = new EarlyListener();
        store.Listen(early);
        await early.Looked(1);

        await cluster.QueryAsync("NOTIFY snug, '999 5'", database);

        await early.Looked(4);
    }

    /// <summary>Finds what was told of at the fourth look only.</summary>
    private sealed class EarlyListener : IListener
    {
        private int looks;

        public long Known => Volatile.Read(ref looks) < 4 ? 0 : 5;

        public void Look() => Interlocked.Increment(ref looks);

        public void Bury(long server) => throw new InvalidOperationException("nobody has died");

        public void Lose(Exception reason) => throw new InvalidOperationException("it goes on", reason);

        public Task<int> Looked(int times) => Eventually.Become(() => Task.FromResult(Volatile.Read(ref looks)), count => count >= times);
    }
}
