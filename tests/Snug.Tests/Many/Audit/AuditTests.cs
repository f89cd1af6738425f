using System.Globalization;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Audit;

/// <summary>
/// Everything that many servers promise, while everything happens to them. Each audit prints its seed and what was done. A long one:
/// <c>bench/audit MINUTES [SEED]</c>.
/// </summary>
[Collection(nameof(OneAfterAnother))]
public class AuditTests(ITestOutputHelper output)
{
    private const string Database = "snug";
    private const int Servers = 3;

    // Each kind of trouble comes at least once.
    private static readonly TimeSpan Once = TimeSpan.Zero;

    [Fact]
    public async Task A_single_server_keeps_its_promises_to_the_same_auditor()
    {
        using var data = new TempFolder();
        await using var fleet = await ServerFleet.StartAloneAsync(data.Path);

        await AuditAsync(fleet, seed: 7, Once, troublemaker => troublemaker.AddSingle(fleet));
    }

    [Fact]
    public Task Servers_that_die_and_a_database_that_comes_and_goes_lose_and_double_nothing() => AuditDatabaseAsync(seed: 20_26, Once);

    [Fact]
    public async Task A_promoted_standby_has_lost_and_doubled_nothing()
    {
        await using var pair = await PostgresPair.CreateAsync(Database);
        await using var fleet = await ServerFleet.StartAsync(Servers, pair.Address(Database));

        await AuditAsync(fleet, seed: 6, Once, troublemaker => troublemaker.AddFailover(pair));
    }

    [Fact(Explicit = true)]
    public async Task A_long_audit()
    {
        static int Setting(string name) => int.Parse(Environment.GetEnvironmentVariable(name)!, CultureInfo.InvariantCulture);
        var (length, seed) = (TimeSpan.FromMinutes(Setting("SNUG_AUDIT_MINUTES")) / 2, Setting("SNUG_AUDIT_SEED"));
        await AuditDatabaseAsync(seed, length);
        await AuditFailoverAsync(seed, length);
    }

    private async Task AuditDatabaseAsync(int seed, TimeSpan length)
    {
        await using var postgres = await PostgresCluster.CreateAsync();
        await using var proxy = new CuttingProxy(postgres.Port);
        await postgres.CreateDatabaseAsync(Database);
        await using var fleet = await ServerFleet.StartAsync(Servers, postgres.Address(Database, proxy.Port));

        await AuditAsync(fleet, seed, length, troublemaker => troublemaker.AddServers(fleet).AddDatabase(() => postgres, () => proxy));
    }

    private async Task AuditFailoverAsync(int seed, TimeSpan length)
    {
        await using var pair = await PostgresPair.CreateAsync(Database);
        await using var fleet = await ServerFleet.StartAsync(Servers, pair.Address(Database));

        await AuditAsync(fleet, seed, length, troublemaker => troublemaker.AddFailover(pair).AddServers(fleet).AddDatabase(() => pair.Primary, () => pair.PrimaryProxy));
    }

    private async Task AuditAsync(ServerFleet fleet, int seed, TimeSpan length, Action<Troublemaker> arm)
    {
        var tally = new Tally();
        output.WriteLine($"seed {seed}");
        try
        {
            using var chat = await AuditedChat.OpenAsync(fleet, tally, seed);
            await chat.AuditAsync(stop =>
            {
                var troublemaker = new Troublemaker(tally, new Random(seed), stop);
                arm(troublemaker);
                return troublemaker.MakeAsync(length);
            });
        }
        finally
        {
            foreach (var _ in fleet.Servers.SelectMany(server => Enumerable.Range(0, server.Ends))) tally.Count("servers that ended by themselves, taken for dead");
            output.WriteLine(tally.Describe());
        }
    }
}
