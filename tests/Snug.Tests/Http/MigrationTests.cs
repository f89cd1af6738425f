using Microsoft.Data.Sqlite;
using Snug.Server.Store;
using Snug.Server.Store.Sqlite;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>A database of an older version goes on where it was.</summary>
public class MigrationTests
{
    private static readonly string[] Said = ["cindy: We had pizza last night.", "Ethan: How about spaghetti?", "ethan: 🍕 <cindy> \"quoted\" 'text'"];

    [Fact]
    public async Task A_first_version_s_messages_are_read_and_added_to()
    {
        using var data = new TempFolder();
        await MakeVersion1Async(data.File("snug.db"));

        await using (var server = await TestServer.StartAsync(data: data))
        {
            using var cindy = await server.EnterHttpAsync("cindy");
            Assert.Equal(Said, await HistoryAsync(cindy));
            Assert.True(cindy.Id > 5, "a guest of today is nobody of then");
            Assert.Equal(4, await cindy.SayAsync("Again?", nonce: "n"));
            Assert.Equal(["Again?"], await cindy.HearAsync());
        }

        await using var again = await TestServer.StartAsync(data: data);
        using var ethan = await again.EnterHttpAsync("ethan");
        Assert.Equal([.. Said, "cindy: Again?"], await HistoryAsync(ethan));
        Assert.Equal(4, (int)(await ethan.RoomAsync(ChatUser.Lobby))!["lastId"]!);
        (await ethan.PutAsync("/api/messages/1/reactions/" + Uri.EscapeDataString("🍕"))).Is(204);
    }

    [Fact]
    public async Task A_migration_that_was_cut_off_is_begun_again()
    {
        using var data = new TempFolder();
        var path = data.File("snug.db");
        await MakeVersion1Async(path);
        CutOffMigration(path);
        Assert.True(File.Exists(path + "-wal"));

        await using var server = await TestServer.StartAsync(data: data);
        using var cindy = await server.EnterHttpAsync("cindy");

        Assert.Equal(Said, await HistoryAsync(cindy));
        await cindy.SayAsync("Still here.");
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        using var data = new TempFolder();
        var path = data.File("snug.db");
        await MakeVersion1Async(path);
        Execute(path, "CREATE TABLE bans (in_the_way TEXT)");

        Assert.Throws<StoreException>(() => SqliteStore.Open(path));

        Execute(path, "DROP TABLE bans");
        await using var server = await TestServer.StartAsync(data: data);
        using var cindy = await server.EnterHttpAsync("cindy");
        Assert.Equal(Said, await HistoryAsync(cindy));
    }

    [Fact]
    public async Task Of_two_guests_with_one_name_the_newer_comes_back()
    {
        using var data = new TempFolder();
        string? older, newer;
        byte[] kept;
        var time = new ManualTime();
        await using (var server = await TestServer.StartAsync(time, data))
        {
            using var first = await server.EnterHttpAsync("cindy");
            older = first.Token;
            kept = Server.Talk.Tokens.Hash(older);
            time.Advance(TimeSpan.FromSeconds(11));
            using var second = await server.EnterHttpAsync("cindy");
            newer = second.Token;
        }

        // As if the server had been killed before it could close the session of the first.
        Execute(data.File("snug.db"), $"INSERT INTO sessions (token, user_id, cursor, at) VALUES (x'{Convert.ToHexString(kept)}', 1, 0, 0)");
        await using var again = await TestServer.StartAsync(time, data);
        using var thief = new ChatUser(again.HttpUrl, older);
        using var cindy = new ChatUser(again.HttpUrl, newer);

        (await thief.GetAsync("/api/session")).IsRefused(401, "no-session");
        Assert.Equal(2, (int)(await cindy.GetAsync("/api/session")).Is(200).Body["user"]!["id"]!);
    }

    private static async Task MakeVersion1Async(string path)
    {
        var script = await File.ReadAllTextAsync(Repository.PathOf("tests/Snug.Tests/Http/Databases/version1.sql"));
        Execute(path, $"PRAGMA journal_mode = WAL; {SqliteSchema.Versions[0]} PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = 1; {script}");
    }

    // What kill -9 leaves in the middle of the next version's script: its changes in the write-ahead log, without their commit.
    private static void CutOffMigration(string path)
    {
        var copies = new Dictionary<string, byte[]>();
        using (var connection = Open(path))
        using (var script = connection.CreateCommand())
        {
            script.CommandText = $"PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; {SqliteSchema.Versions[1]}";
            script.ExecuteNonQuery();
            foreach (var name in new[] { path, path + "-wal" }) copies[name] = ReadShared(name);
        }
        File.Delete(path + "-shm");
        foreach (var (name, bytes) in copies) File.WriteAllBytes(name, bytes);
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static async Task<IEnumerable<string>> HistoryAsync(ChatUser reader) =>
        from message in (await reader.GetAsync("/api/rooms/1/messages")).Is(200).Body["messages"]!.AsArray()
        select $"{message["from"]!["name"]}: {message["text"]}";

    private static void Execute(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        return connection;
    }
}
