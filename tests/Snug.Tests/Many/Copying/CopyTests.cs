using Microsoft.Data.Sqlite;
using Snug.Server.Store;
using Snug.Server.Store.Copying;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Copying;

/// <summary>A chat moves from a folder into PostgreSQL, and nobody who was in it notices.</summary>
[Collection(nameof(OneAfterAnother))]
public class CopyTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_chat_with_everything_in_it_goes_on_in_PostgreSQL()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        var (chat, seen, files) = await MakeAsync(run);

        var (exitCode, output, errors) = await run.CopyAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(CopiedTable.All.Count + 1, output.Split(CopyRun.Equal).Length - 1);
        await using var server = await run.ServeDatabaseAsync(own: run.Data);
        Assert.Equal(seen, await chat.SeeAsync(server));
        Assert.Equal(files, await chat.FetchAsync(server));
        Assert.Equal(files.Order(), await run.HashContentsAsync());
        await AssertGoesOnAsync(server, chat);
    }

    [Fact]
    public async Task What_was_copied_is_copied_no_second_time_but_compared()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        await MakeAsync(run);
        Assert.True(run.Copy().IsEqual);
        await run.QueryAsync("UPDATE events SET text = 'forged' WHERE id = (SELECT min(id) FROM events)");
        await run.QueryAsync("UPDATE contents SET bytes = 'forged' WHERE part = 1");

        var (exitCode, output, _) = await run.CopyAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("was copied before", output);
        Assert.Matches($"(?m)^events .* {CopyRun.Different}", output);
        Assert.Matches($"(?m)^contents .* {CopyRun.Different}: 2 ", output);
        Assert.Equal("1", await run.QueryAsync("SELECT count(*) FROM events WHERE text = 'forged'"));
    }

    [Fact]
    public async Task A_copy_with_which_servers_have_gone_on_is_left_alone()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        await MakeAsync(run);
        run.Copy();
        await using (var server = await run.ServeDatabaseAsync())
        {
            using var zoe = await server.EnterHttpAsync("zoe");
            await zoe.SayAsync("Here we are.");
        }

        var (exitCode, output, _) = await run.CopyAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("servers have gone on with it", output);
        Assert.Equal("1", await run.QueryAsync("SELECT count(*) FROM events WHERE text = 'Here we are.'"));
    }

    [Fact]
    public async Task A_folder_that_was_used_after_the_copy_is_told_of()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(3);
        run.Copy();
        await using (var server = await run.ServeFolderAsync())
        {
            using var zoe = await server.EnterHttpAsync("zoe");
            await zoe.SayAsync("In the wrong place.");
        }

        var (exitCode, _, errors) = await run.CopyAsync();

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^snug: the chat in [^\n]+ has gone on since it was copied \(it was at 3, and is at 4\)[^\n]+\n$", errors);
    }

    [Fact]
    public async Task The_columns_that_are_copied_are_all_that_there_are()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(1);
        run.Copy();
        string[] ofItsOwn = ["chat", "log", "servers", "journal", "names", "here", "contents", "copying", "snug_schema"];

        var copied = CopiedTable.All.SelectMany(table => table.Columns.Select(column => $"{table.Name}|{column.Name}")).Order().ToList();
        using var folder = new SqliteConnection($"Data Source={run.Data.File("snug.db")};Pooling=False");
        folder.Open();
        var inFolder = folder.Query("SELECT t.name || '|' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name <> 'chat'", row => row.GetString(0), null);
        var inDatabase = (await run.QueryAsync("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'")).Split('\n');

        Assert.Equal(copied, inFolder.Order());
        Assert.Equal(copied, inDatabase.Where(column => !ofItsOwn.Contains(column.Split('|')[0])).Order());
    }

    private static async Task<(FullChat Chat, IReadOnlyList<string> Seen, IReadOnlyList<string> Files)> MakeAsync(CopyRun run)
    {
        FullChat chat;
        await using (var first = await run.ServeFolderAsync()) chat = await FullChat.MakeAsync(first);
        // Read from the disk, as it is copied: while it happens, a room is told of with what was its topic then.
        await using var server = await run.ServeFolderAsync();
        return (chat, await chat.SeeAsync(server), await chat.FetchAsync(server));
    }

    // Names, nonces, ids and bans are those of the chat that was copied.
    private static async Task AssertGoesOnAsync(TestServer server, FullChat chat)
    {
        using var ethan = chat.Return(server);
        using var cindy = await server.EnterHttpAsync("cindy", "correct horse");
        using var stranger = new ChatUser(server.HttpUrl);
        (await stranger.PostAsync("/api/session", new { name = "mallory" })).IsRefused(403, "banned");
        (await stranger.PostAsync("/api/session", new { name = "ETHAN" })).IsRefused(409, "name-taken");

        var known = await ethan.GetAsync("/api/rooms/1/messages?limit=100");
        var (newest, rooms) = (known.Body["messages"]!.AsArray().Max(one => (long)one!["id"]!), (await ethan.GetAsync("/api/rooms")).Body["rooms"]!.AsArray());
        (await cindy.PostAsync("/api/rooms/1/messages", new { text = "again", nonce = "one" })).Is(200);
        Assert.True(await cindy.SayAsync("And on.") > newest);
        Assert.True(await cindy.OpenRoomAsync("new") > rooms.Max(room => (long)room!["id"]!));
        using var zoe = await server.EnterHttpAsync("zoe");
        Assert.True(zoe.Id > cindy.Id);
        Assert.Contains("And on.", await ethan.HearAsync());
    }
}
