using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Snug.Server.Store.Sqlite;

/// <summary>Brings an open database to the state that the program needs: whole, of this version, durable.</summary>
internal static class SqliteSetup
{
    /// <summary>Refuses a database that is damaged or newer than this program, by looking alone.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public static void Check(string path)
    {
        if (!File.Exists(path)) return;

        // A connection that may write would fold the write-ahead log into a damaged file when it is closed.
        var readOnly = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var connection = new SqliteConnection(readOnly.ToString());
        connection.Open();

        if (new FileInfo(path).Length <= Limits.CheckedOnStart && !IsWhole(connection))
            throw new StoreException($"the database {path} is damaged; it was left as it is");

        var version = Version(connection);
        if (version > SqliteSchema.Versions.Length)
            throw new StoreException($"the database {path} was made by a newer Snug (its schema is {version}, this program knows {SqliteSchema.Versions.Length}); it was left as it is");
    }

    /// <summary>Makes a new database under another name and gives it its own when it is complete, so that there never is half of one.</summary>
    /// <exception cref="SqliteException">It cannot be written.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Create(string path)
    {
        var unfinished = path + ".new";
        foreach (var left in new[] { unfinished, unfinished + "-journal", unfinished + "-wal", unfinished + "-shm" }) File.Delete(left);

        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            connection.Open();
            Prepare(connection);
        }
        File.Move(unfinished, path);
    }

    /// <summary>Makes the tables or brings them to this version, and sets what makes a commit durable.</summary>
    /// <exception cref="SqliteException">The database cannot be written.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
            PRAGMA cache_size = -{Limits.WriterCache}; PRAGMA wal_autocheckpoint = {Limits.WriteAheadPages}
            """));
        for (var next = Version(connection); next < SqliteSchema.Versions.Length; next++) Migrate(connection, next);
    }

    private static bool IsWhole(SqliteConnection connection)
    {
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        return check.ExecuteScalar() is "ok";
    }

    private static void Migrate(SqliteConnection connection, int from)
    {
        using var transaction = connection.BeginTransaction();
        using var script = connection.CreateCommand();
        script.Transaction = transaction;
        script.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            {SqliteSchema.Versions[from]}
            PRAGMA application_id = {SqliteSchema.ApplicationId};
            PRAGMA user_version = {from + 1};
            """);
        script.ExecuteNonQuery();
        transaction.Commit();
    }

    private static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
