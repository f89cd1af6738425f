using Snug.Server.Store;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Files;

/// <summary>A folder of uploads that all servers of a chat share.</summary>
[Collection(nameof(OneAfterAnother))]
public class SharedFolderTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_server_that_starts_takes_up_what_dead_ones_left_and_leaves_alone_what_comes_in_to_others()
    {
        using var folder = new TempFolder();
        var database = (await postgres.StartAsync()).Address(await postgres.NewDatabaseAsync());
        await using var one = await StartAsync(database, folder);
        using var cindy = await one.EnterHttpAsync("cindy");
        var sent = (await cindy.UploadAsync("a.txt", "whole"u8.ToArray())).Is(201).Body;
        var content = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Single(file => Path.GetFileName(file) != "chat");
        // As if a server had died when the row was stored and the file had not got its place, with another one half come.
        File.Move(content, folder.File($"tmp/999.{sent["id"]}"));
        await File.WriteAllTextAsync(folder.File("tmp/999.half"), "hal");
        var coming = folder.File($"tmp/{one.Service<IStore>().Server}.coming");
        await File.WriteAllTextAsync(coming, "com");
        Assert.Equal(404, (await cindy.GetAsync((string)sent["url"]!)).Status);

        await using var other = await StartAsync(database, folder);

        Assert.Equal("whole", await cindy.Http.GetStringAsync((string)sent["url"]!));
        Assert.Equal([coming], Directory.GetFiles(folder.File("tmp")));
    }

    [Fact]
    public async Task A_content_that_is_wanted_again_while_it_is_taken_away_stays()
    {
        using var folder = new TempFolder();
        var database = (await postgres.StartAsync()).Address(await postgres.NewDatabaseAsync());
        await using TestServer one = await StartAsync(database, folder), other = await StartAsync(database, folder);
        var (files, theirs) = (one.Service<Snug.Server.Store.Contents.IContents>(), other.Service<Snug.Server.Store.Contents.IContents>());
        var first = await files.ReceiveAsync("first", new MemoryStream([1, 2, 3]), default);
        await files.KeepAsync("first", first);
        var again = await theirs.ReceiveAsync("again", new MemoryStream([1, 2, 3]), default);

        // The other server has its row stored and its file in place before this one looked a second time; or only after it.
        await files.RemoveAsync(first.Hash, async () => { await theirs.KeepAsync("again", again); return true; });
        Assert.NotNull(await files.OpenAsync(new("", "", "", 3) { Hash = first.Hash }, default));
        again = await theirs.ReceiveAsync("again", new MemoryStream([1, 2, 3]), default);
        await files.RemoveAsync(first.Hash, async () => { await theirs.KeepAsync("again", again); return false; });
        Assert.NotNull(await files.OpenAsync(new("", "", "", 3) { Hash = first.Hash }, default));
        await files.RemoveAsync(first.Hash, () => Task.FromResult(false));
        Assert.Null(await files.OpenAsync(new("", "", "", 3) { Hash = first.Hash }, default));
    }

    [Fact]
    public async Task A_folder_of_another_chat_is_refused_in_one_line()
    {
        using TempFolder folder = new(), data = new(), foreign = new();
        await using (await TestServer.StartAsync(data: data, with: options => options with { Uploads = folder.Path })) { }
        await using (await TestServer.StartAsync(data: data, with: options => options with { Uploads = folder.Path })) { }

        var refused = await Assert.ThrowsAsync<StoreException>(() => TestServer.StartAsync(data: foreign, with: options => options with { Uploads = folder.Path }));

        Assert.Equal($"the folder {folder.Path} has the uploads of another chat", refused.Message);
    }

    private static Task<TestServer> StartAsync(string database, TempFolder folder) =>
        TestServer.StartAsync(with: options => options with { Database = database, Uploads = folder.Path });
}
