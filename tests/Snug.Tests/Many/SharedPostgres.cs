namespace Snug.Tests.Many;

/// <summary>One PostgreSQL for the tests that leave it in peace, each with a database of its own; started when it is first wanted.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private PostgresCluster? cluster;
    private ServerFleet? servers;
    private int databases;

    internal async Task<PostgresCluster> StartAsync() => cluster ??= await PostgresCluster.CreateAsync();

    /// <summary>Makes an empty database and returns its name.</summary>
    internal async Task<string> NewDatabaseAsync()
    {
        var name = $"snug{++databases}";
        await (await StartAsync()).CreateDatabaseAsync(name);
        return name;
    }

    /// <summary>Two servers of one chat, for the tests that leave these in peace and bring people and rooms of their own.</summary>
    internal async Task<ServerFleet> ShareServersAsync() => servers ??= await StartServersAsync();

    /// <summary>Starts servers over an empty database.</summary>
    internal async Task<ServerFleet> StartServersAsync(int servers = 2, params string[] more)
    {
        var database = await NewDatabaseAsync();
        return await ServerFleet.StartAsync(servers, cluster!.Address(database), more);
    }

    public async ValueTask DisposeAsync()
    {
        if (servers is not null) await servers.DisposeAsync();
        if (cluster is not null) await cluster.DisposeAsync();
    }
}
