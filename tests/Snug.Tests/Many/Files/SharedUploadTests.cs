using System.Net;
using System.Security.Cryptography;
using Snug.Server;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Files;

/// <summary>Files that were sent to one server and are wanted of another.</summary>
[Collection(nameof(OneAfterAnother))]
public class SharedUploadTests(SharedPostgres postgres)
{
    // Of several parts, the last of them cut off.
    private static readonly byte[] Noise = RandomNumberGenerator.GetBytes(3 * Limits.ContentPart + 12_345);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_sent_to_a_server_that_has_died_since_is_had_from_another(bool isInFolder)
    {
        using var folder = new TempFolder();
        await using var fleet = await postgres.StartServersAsync(2, isInFolder ? ["--uploads", folder.Path] : []);
        using ChatUser cindy = await fleet.EnterAsync(0, "cindy"), ethan = await fleet.EnterAsync(1, "ethan");
        var sent = (await cindy.UploadAsync("noise.bin", Noise)).Is(201).Body;
        var url = (string)sent["url"]!;
        await cindy.SayAsync("", attachments: (string)sent["id"]!);

        await fleet.Servers[0].KillAsync();

        Assert.Equal(Noise, await ethan.Http.GetByteArrayAsync(url));
        using var part = await AskAsync(ethan, url, ask => ask.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(Limits.ContentPart - 3, Limits.ContentPart + 2));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(Noise[(Limits.ContentPart - 3)..(Limits.ContentPart + 3)], await part.Content.ReadAsByteArrayAsync());
        using var again = await AskAsync(ethan, url, ask => ask.Headers.IfNoneMatch.Add(part.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_file_that_many_want_at_once_is_fetched_for_all_of_them()
    {
        await using var fleet = await postgres.StartServersAsync();
        using var cindy = await fleet.EnterAsync(0, "cindy");
        var url = (string)(await cindy.UploadAsync("noise.bin", Noise)).Is(201).Body["url"]!;

        using var there = fleet.At(1, cindy);
        var got = await Task.WhenAll(Enumerable.Range(0, Limits.DownloadsAtOnce).Select(_ => there.Http.GetByteArrayAsync(url)));

        Assert.All(got, bytes => Assert.Equal(Noise, bytes));
    }

    [Fact]
    public async Task The_same_file_sent_to_two_servers_at_once_is_stored_once()
    {
        var database = await postgres.NewDatabaseAsync();
        var cluster = await postgres.StartAsync();
        await using var fleet = await ServerFleet.StartAsync(2, cluster.Address(database));
        using ChatUser cindy = await fleet.EnterAsync(0, "cindy"), ethan = await fleet.EnterAsync(1, "ethan");

        var sent = await Task.WhenAll(Enumerable.Range(0, 2 * Limits.UploadsAtOnce).Select(i => (i % 2 == 0 ? cindy : ethan).UploadAsync("noise.bin", Noise)));

        Assert.All(sent, answer => answer.Is(201));
        Assert.Equal("4|" + Noise.Length, await cluster.QueryAsync("SELECT count(*), sum(length(bytes)) FROM contents", database));
        Assert.Equal("0", await cluster.QueryAsync("SELECT count(*) FROM dropped_files", database));
        using ChatUser cindyThere = fleet.At(1, cindy), ethanThere = fleet.At(0, ethan);
        for (var i = 0; i < sent.Length; i++)
            Assert.Equal(Noise, await (i % 2 == 0 ? cindyThere : ethanThere).Http.GetByteArrayAsync((string)sent[i].Body["url"]!));
    }

    [Fact]
    public async Task Without_the_database_a_file_is_refused_and_nothing_of_it_is_left()
    {
        using var data = new TempFolder();
        var database = await postgres.NewDatabaseAsync();
        await using var network = new CuttingProxy((await postgres.StartAsync()).Port);
        await using var fleet = await ServerFleet.StartAsync(1, (await postgres.StartAsync()).Address(database, network.Port), "--data", data.Path);
        using var cindy = await fleet.EnterAsync(0, "cindy");
        var known = (string)(await cindy.UploadAsync("a.txt", "known"u8.ToArray())).Is(201).Body["url"]!;

        network.Close();
        var refused = await cindy.UploadAsync("noise.bin", Noise);
        var asked = await cindy.GetAsync(known);

        Assert.Equal((503, 503), (refused.Status, asked.Status));
        Assert.Empty(Directory.GetFiles(data.File("cache/tmp")));
        network.Reopen();
        var url = "";
        await Eventually.Become(
            async () =>
            {
                var answer = await cindy.UploadAsync("noise.bin", Noise);
                url = (string?)answer.Body["url"];
                return $"{answer.Status} {answer.Text}";
            },
            answer => answer.StartsWith("201", StringComparison.Ordinal));
        Assert.Equal(Noise, await cindy.Http.GetByteArrayAsync(url));
    }

    [Fact]
    public async Task What_all_files_take_is_bounded_whichever_server_they_came_to()
    {
        var database = await postgres.NewDatabaseAsync();
        var cluster = await postgres.StartAsync();
        await using var fleet = await ServerFleet.StartAsync(2, cluster.Address(database));
        using ChatUser cindy = await fleet.EnterAsync(0, "cindy"), ethan = await fleet.EnterAsync(1, "ethan");

        await cluster.QueryAsync($"INSERT INTO uploads (id, user_id, name, type, size, hash, at) VALUES ('x', 0, 'x', 'x', {Limits.UploadBytesInAll - Noise.Length + 1}, 'x', 0)", database);

        foreach (var person in (ChatUser[])[cindy, ethan]) (await person.UploadAsync("noise.bin", Noise)).IsRefused(413, "no-space");
        (await ethan.UploadAsync("a.txt", "small"u8.ToArray())).Is(201);
    }

    private static async Task<HttpResponseMessage> AskAsync(ChatUser asker, string url, Action<HttpRequestMessage> with)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, url);
        with(ask);
        return await asker.Http.SendAsync(ask);
    }
}
