using Snug.Protocol;
using Snug.Server.Store;
using Snug.Server.Store.Postgres;
using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>Many changes that are committed together.</summary>
[Collection(nameof(OneAfterAnother))]
public class BatchTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Posts_that_are_stored_are_told_so_when_what_came_with_them_cannot_be()
    {
        var (database, cluster) = (await postgres.NewDatabaseAsync(), await postgres.StartAsync());
        using var store = PostgresStore.Open(cluster.Address(database), TimeProvider.System);
        Assert.True(UserName.TryParse("cindy", out var name));
        var cindy = new UserRecord(7, name);
        // As on a full disk, for all but messages.
        await cluster.QueryAsync("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '53100'; END $$", database);
        await cluster.QueryAsync("CREATE TRIGGER full_disk BEFORE INSERT ON sessions EXECUTE FUNCTION full_disk()", database);

        var appended = store.Append([new OpenSession(cindy, [1], ManualTime.Start.UtcDateTime), Post(cindy, "kept")]);

        Assert.IsType<Outcome.Failed>(appended.Outcomes[0]);
        var kept = Assert.IsType<Outcome.Happened>(appended.Outcomes[1]);
        Assert.Equal((appended.LastId, 1), (kept.Event.Id, appended.Ids));
        Assert.Equal("kept", await cluster.QueryAsync($"SELECT text FROM events WHERE id = {kept.Event.Id}", database));
        Assert.IsType<Outcome.Happened>(store.Append([Post(cindy, "and the next")]).Outcomes[0]);
    }

    private static PostMessage Post(UserRecord by, string text) =>
        new(by, new MessageRecord { Id = 0, Room = 1, From = by.Ref, At = ManualTime.Start.UtcDateTime, Text = text, Attachments = [] }, []);
}
