using System.Globalization;
using Microsoft.Data.Sqlite;
using Snug.Server.Store.Copying;
using Snug.Server.Store.Sqlite;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Copying;

/// <summary>A data folder, an empty database, and the command that copies from one to the other.</summary>
internal sealed class CopyRun : IDisposable
{
    public const string Equal = "equal", Different = "DIFFERENT";

    private CopyRun(PostgresCluster postgres, string database) => (Postgres, Database) = (postgres, database);

    public TempFolder Data { get; } = new();

    public PostgresCluster Postgres { get; }

    public string Database { get; }

    /// <summary>What a server or a copy is told to find the database.</summary>
    public string Address => Postgres.Address(Database);

    public static async Task<CopyRun> PrepareAsync(SharedPostgres shared)
    {
        var database = await shared.NewDatabaseAsync();
        return new(await shared.StartAsync(), database);
    }

    /// <summary>Runs the command as its operator does.</summary>
    public Task<(int ExitCode, string Output, string Errors)> CopyAsync() => ServerProcess.RunAsync(Words);

    public string[] Words => ["copy", "--from", Data.Path, "--to", Address];

    /// <summary>Runs the copy in this process.</summary>
    /// <param name="told">Called with what it tells; may throw, which breaks it off.</param>
    /// <param name="port">Another way to the database.</param>
    public CopyResult Copy(Action<CopyNews>? told = null, int? port = null) => ChatCopy.Run(Data.Path, Postgres.Address(Database, port), new Teller(told));

    public Task<string> QueryAsync(string sql) => Postgres.QueryAsync(sql, Database);

    /// <summary>A server on the folder, as before the copy.</summary>
    public Task<TestServer> ServeFolderAsync() => TestServer.StartAsync(data: Data);

    /// <summary>A server on the database, as after the copy.</summary>
    /// <param name="own">Where it keeps what is its own; null for a folder that goes with it.</param>
    public Task<TestServer> ServeDatabaseAsync(TempFolder? own = null) => TestServer.StartAsync(data: own, with: options => options with { Database = Address });

    /// <summary>SHA-256 of each content in the database, put together from its parts, in their order.</summary>
    public async Task<IReadOnlyList<string>> HashContentsAsync() =>
        [.. (await QueryAsync("SELECT encode(sha256(string_agg(bytes, '' ORDER BY part)), 'hex') FROM contents GROUP BY hash")).Split('\n').Order()];

    /// <summary>Makes a chat in which much was said, without saying it all.</summary>
    public void MakeLong(int messages)
    {
        SqliteStore.Open(Data.File("snug.db")).Dispose();
        Change(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO users (id, name, key) VALUES (1, 'cindy', 'cindy');
            INSERT INTO events (id, room, type, user_id, at, text)
            WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < {messages})
            SELECT id, 1, 'message', 1, 1700000000000 + id, 'Number ' || id FROM n;
            """));
    }

    /// <summary>Changes the folder's database from outside.</summary>
    public void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Data.File("snug.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Data.Dispose();

    private sealed class Teller(Action<CopyNews>? told) : IProgress<CopyNews>
    {
        public void Report(CopyNews value) => told?.Invoke(value);
    }
}
