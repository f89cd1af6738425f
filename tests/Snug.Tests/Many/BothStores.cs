using Snug.Tests.Running;

[assembly: AssemblyFixture(typeof(Snug.Tests.Many.BothStores))]

namespace Snug.Tests.Many;

/// <summary>
/// The same tests on both kinds of databases: where <c>SNUG_TEST_STORE</c> is <c>postgres</c>, each server in this process keeps its
/// chat in a database of a PostgreSQL that all tests share; one that starts on the folder of another finds the chat of that one.
/// </summary>
public sealed class BothStores : IAsyncLifetime
{
    private PostgresCluster? cluster;

    public async ValueTask InitializeAsync()
    {
        if (!TestDatabase.IsPostgres) return;
        cluster = await PostgresCluster.CreateAsync();
        TestDatabase.OfAsync = FindAsync;
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }

    private async Task<string?> FindAsync(string folder)
    {
        var name = Path.GetFileName(folder).ToLowerInvariant();
        if (await cluster!.QueryAsync($"SELECT 1 FROM pg_database WHERE datname = '{name}'") == "") await cluster.CreateDatabaseAsync(name);
        return cluster.Address(name);
    }
}
