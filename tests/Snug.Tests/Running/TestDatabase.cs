using Snug.Tests.Many;

[assembly: AssemblyFixture(typeof(Snug.Tests.Running.TestDatabase))]

namespace Snug.Tests.Running;

/// <summary>
/// The same tests on both kinds of databases: where <c>SNUG_TEST_STORE</c> is <c>postgres</c>, each server in this process keeps its
/// chat in a database of a PostgreSQL that all tests share; one that starts on the folder of another finds the chat of that one.
/// </summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private static PostgresCluster? cluster;

    public static bool IsPostgres => Environment.GetEnvironmentVariable("SNUG_TEST_STORE") == "postgres";

    public async ValueTask InitializeAsync()
    {
        if (IsPostgres) cluster = await PostgresCluster.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }

    /// <summary>The connection string for the chat of a folder, made where it is missing; null where chats are kept in their folders.</summary>
    internal static async Task<string?> OfAsync(string folder)
    {
        if (cluster is null) return null;
        var name = Path.GetFileName(folder).ToLowerInvariant();
        if (await cluster.QueryAsync($"SELECT 1 FROM pg_database WHERE datname = '{name}'") == "") await cluster.CreateDatabaseAsync(name);
        return cluster.Address(name);
    }
}
