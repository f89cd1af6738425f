using System.Security.Cryptography;
using Snug.Server;
using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Store.Contents;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Files;

/// <summary>Contents that several servers bring and take away.</summary>
[Collection(nameof(OneAfterAnother))]
public class SharedSweepTests(SharedPostgres postgres)
{
    private const string HalfThere = "SELECT count(*) FROM uploads u WHERE (SELECT count(*) FROM contents c WHERE c.hash = u.hash) <> (u.size + 262143) / 262144";

    private readonly ManualTime time = new();

    [Fact]
    public async Task A_content_goes_from_the_database_and_from_all_servers_when_no_message_carries_it()
    {
        var (database, cluster) = (await postgres.NewDatabaseAsync(), await postgres.StartAsync());
        using TempFolder here = new(), there = new();
        await using TestServer one = await StartAsync(cluster.Address(database), here), other = await StartAsync(cluster.Address(database), there);
        using var cindy = await one.EnterHttpAsync("cindy");
        using var cindyThere = new ChatUser(other.HttpUrl, cindy.Token);
        var (kept, posted) = (await SendAsync(cindy, "kept"u8.ToArray()), await SendAsync(cindy, Noise()));
        await cindy.SayAsync("", attachments: kept.Id);
        var message = await cindy.SayAsync("", attachments: posted.Id);
        foreach (var file in (string[])[kept.Url, posted.Url]) (await cindyThere.GetAsync(file)).Is(200);
        Assert.Equal((2, 2), (Contents(here), Contents(there)));

        time.Advance(TimeSpan.FromHours(26));
        (await cindyThere.GetAsync(posted.Url)).Is(200);
        (await cindyThere.DeleteAsync($"/api/messages/{message}")).Is(204);
        time.Advance(TimeSpan.FromHours(26));

        await SweepUntilAsync(() => cluster.QueryAsync("SELECT count(*) FROM contents", database), count => count == "1");
        await Eventually.Become(() => Task.FromResult((Contents(here), Contents(there))), counts => counts == (1, 1));
        (await cindyThere.GetAsync(kept.Url)).Is(200);
        (await cindyThere.GetAsync(posted.Url)).Is(404);
        Assert.Equal("0", await cluster.QueryAsync("SELECT count(*) FROM dropped_files", database));
    }

    [Fact]
    public async Task A_content_that_was_taken_away_while_a_server_brings_it_is_brought_again()
    {
        var (database, cluster) = (await postgres.NewDatabaseAsync(), await postgres.StartAsync());
        await using TestServer one = await StartAsync(cluster.Address(database)), other = await StartAsync(cluster.Address(database));
        var (contents, bytes) = (one.Service<IContents>(), Noise());
        Task<Outcome> Log(TestServer server, Change change) => server.Service<Log>().TryAppend(change)!;

        // Its row is not there yet when the other server's sweeper comes by.
        var file = await contents.ReceiveAsync("coming", new MemoryStream(bytes), default);
        var row = new AddUpload(new("coming", "a.bin", "", bytes.Length) { Hash = file.Hash, User = 1 }, ManualTime.Start.UtcDateTime, await contents.PrepareAsync("coming", file, default));
        Assert.IsType<Outcome.Done>(await Log(other, new DropContent(file.Hash)));
        Assert.Equal("0", await cluster.QueryAsync("SELECT count(*) FROM contents", database));

        Assert.IsType<Outcome.Moot>(await Log(one, row));
        await contents.PrepareAsync("coming", file, default);
        Assert.IsType<Outcome.Done>(await Log(one, row));
        Assert.IsType<Outcome.Moot>(await Log(other, new DropContent(file.Hash)));
        Assert.Equal("0", await cluster.QueryAsync(HalfThere, database));
    }

    [Fact]
    public async Task What_a_server_that_died_had_brought_without_a_row_goes()
    {
        var (database, cluster) = (await postgres.NewDatabaseAsync(), await postgres.StartAsync());
        await using var server = await StartAsync(cluster.Address(database));
        var contents = server.Service<IContents>();
        var file = await contents.ReceiveAsync("coming", new MemoryStream(Noise()), default);
        await contents.PrepareAsync("coming", file, default);

        time.Advance(TimeSpan.FromHours(2));

        await SweepUntilAsync(() => cluster.QueryAsync("SELECT (SELECT count(*) FROM contents) + (SELECT count(*) FROM dropped_files)", database), count => count == "0");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sweeping_never_hits_what_another_server_brings_at_that_moment(bool isInFolder)
    {
        var (database, cluster) = (await postgres.NewDatabaseAsync(), await postgres.StartAsync());
        using var folder = new TempFolder();
        var uploads = isInFolder ? folder.Path : null;
        await using TestServer one = await StartAsync(cluster.Address(database), uploads: uploads), other = await StartAsync(cluster.Address(database), uploads: uploads);
        using ChatUser cindy = await one.EnterHttpAsync("cindy"), ethan = await other.EnterHttpAsync("ethan");

        for (var round = 0; round < 8; round++)
        {
            var bytes = Noise();
            await SendAsync(cindy, bytes);
            // Its day is over, and both servers sweep while the same is sent to both again and again.
            var coming = Task.Run(async () => await Task.WhenAll(Enumerable.Range(0, 4).Select(i => SendAsync(i % 2 == 0 ? cindy : ethan, bytes))));
            time.Advance(TimeSpan.FromHours(26));
            await coming;
            var last = await SendAsync(ethan, bytes);
            await ethan.SayAsync("", attachments: last.Id);

            using var cindyThere = new ChatUser(other.HttpUrl, cindy.Token);
            Assert.Equal(bytes, await cindy.Http.GetByteArrayAsync(last.Url));
            Assert.Equal(bytes, await cindyThere.Http.GetByteArrayAsync(last.Url));
            if (!isInFolder) Assert.Equal("0", await cluster.QueryAsync(HalfThere, database));
        }

        if (isInFolder) return;
        time.Advance(TimeSpan.FromHours(26));
        await SweepUntilAsync(() => cluster.QueryAsync("SELECT count(DISTINCT hash), (SELECT count(*) FROM dropped_files) FROM contents", database), left => left == "8|0");
    }

    // What a sweeper leaves because somebody has it in hand is for the next sweep.
    private Task<string> SweepUntilAsync(Func<Task<string>> ask, Predicate<string> isSo) => Eventually.Become(() =>
    {
        time.Advance(Limits.SweepUploads);
        return ask();
    }, isSo);

    private static byte[] Noise() => RandomNumberGenerator.GetBytes(Limits.ContentPart + 100);

    private static int Contents(TempFolder data) => Directory.EnumerateFiles(data.File("cache"), "*", SearchOption.AllDirectories).Count();

    private async Task<(string Id, string Url)> SendAsync(ChatUser sender, byte[] bytes)
    {
        // Who waits while a day goes by is told to try again, and does so a minute later.
        Reply? reply = null;
        await Eventually.Become(async () =>
        {
            if (reply is not null) time.Advance(TimeSpan.FromMinutes(1));
            return (reply = await sender.UploadAsync("a.bin", bytes)).Status;
        }, status => status is not (503 or 429));
        var sent = reply!.Is(201).Body;
        return ((string)sent["id"]!, (string)sent["url"]!);
    }

    private Task<TestServer> StartAsync(string database, TempFolder? data = null, string? uploads = null) =>
        TestServer.StartAsync(time, data, with: options => options with { Database = database, Uploads = uploads });
}
