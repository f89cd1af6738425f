namespace Snug.Tests.Many;

/// <summary>A PostgreSQL and its standby, with a network before each; servers are told of both and find the one that takes writes.</summary>
internal sealed class PostgresPair : IAsyncDisposable
{
    private PostgresPair(PostgresCluster primary, PostgresCluster standby)
    {
        (Primary, Standby) = (primary, standby);
        (PrimaryProxy, StandbyProxy) = (new CuttingProxy(primary.Port), new CuttingProxy(standby.Port));
    }

    public PostgresCluster Primary { get; private set; }

    public PostgresCluster Standby { get; private set; }

    public CuttingProxy PrimaryProxy { get; private set; }

    public CuttingProxy StandbyProxy { get; private set; }

    /// <summary>Makes both, with an empty database.</summary>
    public static async Task<PostgresPair> CreateAsync(string database)
    {
        var primary = await PostgresCluster.CreateAsync();
        try
        {
            await primary.CreateDatabaseAsync(database);
            return new PostgresPair(primary, await primary.AddStandbyAsync());
        }
        catch
        {
            await primary.DisposeAsync();
            throw;
        }
    }

    public string Address(string database) => PostgresCluster.AddressOfPrimary(database, PrimaryProxy.Port, StandbyProxy.Port);

    /// <summary>What a failover does once the primary is gone: the standby takes its place, and what was the primary becomes its standby.</summary>
    public async Task PromoteStandbyAsync()
    {
        await Standby.PromoteAsync();
        (Primary, Standby) = (Standby, Primary);
        (PrimaryProxy, StandbyProxy) = (StandbyProxy, PrimaryProxy);
        await Standby.FollowAsync(Primary);
    }

    public async ValueTask DisposeAsync()
    {
        await PrimaryProxy.DisposeAsync();
        await StandbyProxy.DisposeAsync();
        await Standby.DisposeAsync();
        await Primary.DisposeAsync();
    }
}
