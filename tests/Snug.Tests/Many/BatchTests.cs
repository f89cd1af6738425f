using Microsoft.Extensions.Logging.Abstractions;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Metrics;
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
        var cindy = User(7, "cindy");
        // As on a full disk, for all but messages.
        await cluster.QueryAsync("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '53100'; END $$", database);
        await cluster.QueryAsync("CREATE TRIGGER full_disk BEFORE INSERT ON sessions EXECUTE FUNCTION full_disk()", database);

        var appended = store.Append([new OpenSession(cindy, [1], ManualTime.Start.UtcDateTime), Post(cindy, "kept")]);

        Assert.IsType<Outcome.Failed>(appended.Outcomes[0]);
        var kept = Assert.IsType<Outcome.Happened>(appended.Outcomes[1]);
        Assert.Equal((appended.LastId, appended.LastId - 1), (kept.Event.Id, appended.Before));
        Assert.Equal("kept", await cluster.QueryAsync($"SELECT text FROM events WHERE id = {kept.Event.Id}", database));
        Assert.IsType<Outcome.Happened>(store.Append([Post(cindy, "and the next")]).Outcomes[0]);
    }

    [Fact]
    public async Task What_others_wrote_in_between_is_read_without_what_the_batch_brought()
    {
        var database = await postgres.NewDatabaseAsync();
        using PostgresStore one = await OpenAsync(database), other = await OpenAsync(database);
        var (cindy, ethan) = (User(7, "cindy"), User(8, "ethan"));
        var known = one.Append([Post(cindy, "first")]).LastId;
        var between = other.Append([Post(ethan, "second"), Post(ethan, "third")]);

        var appended = one.Append([Post(cindy, "fourth"), Post(cindy, "fifth")]);

        Assert.Equal((between.LastId, between.LastId + 2), (appended.Before, appended.LastId));
        Assert.Equal(["second", "third"], Texts(one.ReadNews(known, appended.Before)));
        Assert.Equal(["fourth", "fifth"], Texts(other.ReadNews(between.LastId, long.MaxValue)));
        Assert.Empty(one.ReadNews(appended.LastId, long.MaxValue).Happenings);
    }

    [Fact]
    public async Task What_was_counted_is_told_in_its_place_among_what_was_said()
    {
        var database = await postgres.NewDatabaseAsync();
        using PostgresStore one = await OpenAsync(database), other = await OpenAsync(database);
        var cindy = User(7, "cindy");
        var again = Post(cindy, "said before", "nonce");
        one.Append([again]);

        var appended = one.Append([again, Tries(1), Post(cindy, "said"), Tries(2)]);

        Assert.IsType<Outcome.Repeated>(appended.Outcomes[0]);
        Assert.Equal([appended.Before + 2, appended.Before + 4], new[] { appended.Outcomes[1], appended.Outcomes[3] }.Select(one => Assert.IsType<Outcome.Done>(one).Id));
        var heard = other.ReadNews(appended.Before, long.MaxValue).Happenings;
        Assert.Equal([appended.Before + 2, appended.Before + 3, appended.Before + 4], heard.Select(one => one.Id));
        Assert.Equal([1, 2], heard.Select(one => one.Change).OfType<CountTries>().Select(counted => counted.Tries[0].Count));
        Assert.Equal(["said"], Texts(new(heard, appended.LastId)));
    }

    [Fact]
    public async Task What_is_written_while_a_look_is_under_way_is_found_by_the_next()
    {
        var (database, time) = (await postgres.NewDatabaseAsync(), new ManualTime());
        using var other = await OpenAsync(database);
        using var store = new HeldStore(await OpenAsync(database));
        using var meter = new ChatMeter();
        var state = new ChatState(store.ReadWorld(), new EventEncoding(new PublicUrl(() => ""), time));
        using var log = new Log(store, state, meter, time, NullLogger<Log>.Instance);
        log.Begin();
        store.Open.Reset();
        var cindy = User(7, "cindy");
        var first = other.Append([Post(cindy, "first")]).LastId;
        ((IListener)log).Look();
        await Eventually.Become(() => Task.FromResult(Interlocked.Read(ref store.Answered)), answered => answered == first);

        var second = other.Append([Post(cindy, "second")]).LastId;
        ((IListener)log).Look();
        store.Open.Set();

        await Eventually.Become(() => Task.FromResult(state.Known), known => known == second);
    }

    private async Task<PostgresStore> OpenAsync(string database) => PostgresStore.Open((await postgres.StartAsync()).Address(database), TimeProvider.System);

    private static UserRecord User(long id, string name) => UserName.TryParse(name, out var parsed) ? new(id, parsed) : throw new ArgumentException(name);

    private static CountTries Tries(int count) => new([new("posts", "somebody", count)]);

    private static IEnumerable<string> Texts(News news) => news.Happenings.Select(one => one.Event).OfType<MessageEvent>().Select(said => said.Message.Text);

    private static PostMessage Post(UserRecord by, string text, string? nonce = null) =>
        new(by, new MessageRecord { Id = 0, Room = 1, From = by.Ref, At = ManualTime.Start.UtcDateTime, Text = text, Nonce = nonce, Attachments = [] }, []);
}
