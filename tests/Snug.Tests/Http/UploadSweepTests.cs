using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Store.Contents;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class UploadSweepTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\x1A\n"u8, .. "and so on"u8];

    [Fact]
    public async Task Files_that_no_message_carries_go_after_a_day()
    {
        using var data = new TempFolder();
        var time = new ManualTime();
        await using var server = await StartAsync(data, time);
        using var cindy = await server.EnterHttpAsync("cindy");
        var (unused, posted, deleted) = (await UploadAsync(cindy, "unused"), await UploadAsync(cindy, "posted"), await UploadAsync(cindy, "deleted"));
        await cindy.SayAsync("", attachments: posted.Id);
        var message = await cindy.SayAsync("", attachments: deleted.Id);

        time.Advance(TimeSpan.FromHours(12));
        await cindy.Http.DeleteAsync($"/api/messages/{message}");
        time.Advance(TimeSpan.FromHours(14));
        await Eventually.Become(() => StatusAsync(cindy, unused.Url), status => status == 404);
        Assert.Equal((200, 200), (await StatusAsync(cindy, posted.Url), await StatusAsync(cindy, deleted.Url)));
        await Eventually.Become(() => Task.FromResult(CountFiles(data)), count => count == 2);

        time.Advance(TimeSpan.FromHours(12));
        await Eventually.Become(() => StatusAsync(cindy, deleted.Url), status => status == 404);
        Assert.Equal(200, await StatusAsync(cindy, posted.Url));
        await Eventually.Become(() => Task.FromResult(CountFiles(data)), count => count == 1);
    }

    [Fact]
    public async Task A_content_that_somebody_else_sent_too_stays()
    {
        using var data = new TempFolder();
        var time = new ManualTime();
        await using var server = await StartAsync(data, time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var (unused, posted) = (await UploadAsync(cindy, "same"), await UploadAsync(ethan, "same"));
        await ethan.SayAsync("", attachments: posted.Id);
        Assert.Equal(1, CountFiles(data));

        time.Advance(TimeSpan.FromHours(26));
        await Eventually.Become(() => StatusAsync(cindy, unused.Url), status => status == 404);
        time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(200, await StatusAsync(ethan, posted.Url));
    }

    [Fact]
    public async Task Sweeping_never_hits_the_same_content_coming_in_again()
    {
        using var data = new TempFolder();
        await using var server = await StartAsync(data);
        var files = (UploadFiles)server.Service<IContents>();
        var first = await files.ReceiveAsync("first", new MemoryStream(Png), default);
        await files.KeepAsync("first", first);
        var again = await files.ReceiveAsync("again", new MemoryStream(Png), default);

        // It comes when the sweeper has seen that nothing needs it, and has not yet taken it away.
        var coming = Task.CompletedTask;
        await files.RemoveAsync(first.Hash, () =>
        {
            coming = files.KeepAsync("again", again);
            return Task.FromResult(false);
        });
        await coming;

        Assert.Equal(files.PathOf(again.Hash), Files(data).Single());
    }

    [Fact]
    public async Task A_restart_finishes_what_a_crash_cut_off()
    {
        using var data = new TempFolder();
        (string Id, string Url) file;
        string token;
        await using (var server = await StartAsync(data))
        {
            using var cindy = await server.EnterHttpAsync("cindy");
            (file, token) = (await UploadAsync(cindy, "whole"), cindy.Token!);
            await cindy.SayAsync("", attachments: file.Id);
        }
        // As if the server had died when the row was stored and the file had not got its place yet.
        File.Move(Files(data).Single(), data.File($"uploads/tmp/{file.Id}"));
        await File.WriteAllTextAsync(data.File("uploads/tmp/half"), "hal");

        await using var again = await StartAsync(data);
        using var cindyAgain = new ChatUser(again.HttpUrl, token);

        Assert.Equal(200, await StatusAsync(cindyAgain, file.Url));
        Assert.Equal(1, CountFiles(data));
        Assert.Equal(Png.Length + 5, await again.Service<Log>().ReadAsync(UploadQueries.BytesInAll));
    }

    // A folder whichever database the chat is in.
    private static Task<TestServer> StartAsync(TempFolder data, ManualTime? time = null) =>
        TestServer.StartAsync(time, data, with: options => options with { Uploads = data.File("uploads") });

    private static async Task<(string Id, string Url)> UploadAsync(ChatUser sender, string content)
    {
        var sent = (await sender.UploadAsync("a.png", [.. Png, .. System.Text.Encoding.UTF8.GetBytes(content)])).Is(201).Body;
        return (sent["id"]!.GetValue<string>(), sent["url"]!.GetValue<string>());
    }

    private static async Task<int> StatusAsync(ChatUser asker, string url)
    {
        using var answer = await asker.Http.GetAsync(url);
        return (int)answer.StatusCode;
    }

    private static int CountFiles(TempFolder data) => Files(data).Count();

    private static IEnumerable<string> Files(TempFolder data) => Directory.EnumerateFiles(data.File("uploads"), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "chat");
}
