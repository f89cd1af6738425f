using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>The auditor's own tools: where they do not do what they say, it proves nothing.</summary>
[Collection(nameof(OneAfterAnother))]
public class PostgresClusterTests
{
    [Fact]
    public async Task What_was_committed_is_there_after_a_restart_and_after_a_kill()
    {
        await using var postgres = await PostgresCluster.CreateAsync();
        await postgres.CreateDatabaseAsync("snug");
        await postgres.QueryAsync("CREATE TABLE said (text text); INSERT INTO said VALUES ('one')", "snug");

        await postgres.RestartAsync();
        await postgres.QueryAsync("INSERT INTO said VALUES ('two')", "snug");
        await postgres.KillAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => postgres.QueryAsync("SELECT 1"));
        await postgres.StartAsync();

        Assert.Equal("one\ntwo", await postgres.QueryAsync("SELECT text FROM said ORDER BY text", "snug"));
    }

    [Fact]
    public async Task A_promoted_standby_has_what_was_committed()
    {
        await using var primary = await PostgresCluster.CreateAsync();
        await primary.CreateDatabaseAsync("snug");
        await using var standby = await primary.AddStandbyAsync();
        await primary.QueryAsync("CREATE TABLE said (text text)", "snug");
        await primary.QueryAsync("INSERT INTO said VALUES ('one')", "snug");

        await primary.KillAsync();
        await standby.PromoteAsync();
        await primary.FollowAsync(standby);
        await standby.QueryAsync("INSERT INTO said VALUES ('two')", "snug");
        await standby.KillAsync();
        await primary.PromoteAsync();

        Assert.Equal("one\ntwo", await primary.QueryAsync("SELECT text FROM said ORDER BY text", "snug"));
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_was_made()
    {
        await using var postgres = await PostgresCluster.CreateAsync();
        await using var proxy = new CuttingProxy(postgres.Port);
        await postgres.CreateDatabaseAsync("snug");
        await postgres.QueryAsync("CREATE TABLE said (text text)", "snug", proxy.Port);

        var lost = proxy.LoseAnswerAsync(asked => asked.Span.IndexOf("COMMIT"u8) >= 0);
        await Assert.ThrowsAsync<InvalidOperationException>(() => postgres.QueryAsync("BEGIN; INSERT INTO said VALUES ('one'); COMMIT", "snug", proxy.Port));
        await lost;
        await postgres.QueryAsync("BEGIN; INSERT INTO said VALUES ('two'); COMMIT", "snug", proxy.Port);

        Assert.Equal("one\ntwo", await postgres.QueryAsync("SELECT text FROM said ORDER BY text", "snug"));
    }

    [Fact]
    public async Task A_network_can_be_cut_be_closed_and_fall_silent()
    {
        await using var postgres = await PostgresCluster.CreateAsync();
        await using var proxy = new CuttingProxy(postgres.Port);
        var sleeping = postgres.QueryAsync("SELECT pg_sleep(60)", port: proxy.Port);
        await Eventually.Become(() => postgres.QueryAsync("SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'"), count => count == "1");

        Assert.Equal(1, proxy.CutAll());
        await Assert.ThrowsAsync<InvalidOperationException>(() => sleeping);
        proxy.Close();
        await Assert.ThrowsAsync<InvalidOperationException>(() => postgres.QueryAsync("SELECT 1", port: proxy.Port));
        proxy.Reopen();
        proxy.Freeze();
        var silent = postgres.QueryAsync("SELECT 2", port: proxy.Port);
        Assert.Equal("3", await postgres.QueryAsync("SELECT 3"));
        Assert.False(silent.IsCompleted);
        proxy.Thaw();

        Assert.Equal("2", await silent);
    }
}
