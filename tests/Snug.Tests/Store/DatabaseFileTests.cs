using Microsoft.Data.Sqlite;
using Snug.Server.Store;
using Snug.Server.Store.Sqlite;
using Snug.Tests.Running;

namespace Snug.Tests.Store;

public class DatabaseFileTests
{
    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        using var data = new TempFolder();
        var noise = new byte[10_000];
        new Random(1).NextBytes(noise);
        await File.WriteAllBytesAsync(data.File("snug.db"), noise);

        await AssertRefusedAsync(data, "is not a database, or is damaged");
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_left_alone()
    {
        using var data = new TempFolder();
        Execute(data.File("snug.db"), "CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('pizza')");

        await AssertRefusedAsync(data, "is the database of another program");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        using var data = new TempFolder();
        SqliteStore.Open(data.File("snug.db")).Dispose();
        Execute(data.File("snug.db"), "PRAGMA user_version = 99");

        await AssertRefusedAsync(data, "was made by a newer Snug");
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public async Task A_damaged_database_is_refused_and_left_alone(double where)
    {
        using var data = new TempFolder();
        var path = data.File("snug.db");
        SqliteStore.Open(path).Dispose();
        Execute(path, """
            INSERT INTO users (id, name, key) VALUES (1, 'cindy', 'cindy');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO events (id, room, type, user_id, at, text) SELECT i, 1, 'message', 1, 0, 'message ' || i FROM n;
            """);
        var bytes = await File.ReadAllBytesAsync(path);
        Array.Fill(bytes, (byte)0xA5, (int)(bytes.Length * where) & ~4095, 4096);
        await File.WriteAllBytesAsync(path, bytes);

        await AssertRefusedAsync(data, "damaged");
    }

    [Fact]
    public async Task A_database_cut_short_is_refused_and_left_alone()
    {
        using var data = new TempFolder();
        var path = data.File("snug.db");
        SqliteStore.Open(path).Dispose();
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..5_000]);

        await AssertRefusedAsync(data, "snug.db");
    }

    [Fact]
    public async Task A_database_that_was_not_finished_is_made_anew()
    {
        using var data = new TempFolder();
        await File.WriteAllBytesAsync(data.File("snug.db.new"), new byte[5_000]);
        await File.WriteAllBytesAsync(data.File("snug.db.new-journal"), new byte[5_000]);

        using var store = SqliteStore.Open(data.File("snug.db"));

        Assert.Equal(0, store.ReadWorld().LastId);
        Assert.Equal(["snug.db", "snug.db-shm", "snug.db-wal"], Directory.GetFiles(data.Path).Select(Path.GetFileName).Order());
    }

    private static async Task AssertRefusedAsync(TempFolder data, string reason)
    {
        var before = await File.ReadAllBytesAsync(data.File("snug.db"));

        var (exitCode, output, errors) = await ServerProcess.RunAsync(
            "serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", "--data", data.Path);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Matches($"^snug: [^\n]*{reason}[^\n]*\n$", errors);
        Assert.Equal(before, await File.ReadAllBytesAsync(data.File("snug.db")));
    }

    private static void Execute(string path, string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
