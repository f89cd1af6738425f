using System.Globalization;
using Microsoft.Data.Sqlite;
using Snug.Protocol;

namespace Snug.Server.Store;

/// <summary>
/// The log in a SQLite database. <see cref="Append"/> is called by one thread, the log's writer; readings may come from any
/// and see every committed event (WAL). All calls block: Microsoft.Data.Sqlite has no other kind.
/// </summary>
internal sealed class SqliteStore : IDisposable
{
    private readonly string connectionString;
    private readonly SqliteConnection connection;
    private readonly ChangeWriter writer;

    private SqliteStore(string connectionString, SqliteConnection connection)
    {
        this.connectionString = connectionString;
        this.connection = connection;
        Id = connection.Query("SELECT id FROM chat", row => row.GetString(0), null)[0];
        writer = new ChangeWriter(connection, ReadLong("SELECT max(coalesce((SELECT max(id) FROM events), 0), coalesce((SELECT max(read_event) FROM members), 0))"));
        LastUserId = ReadLong("SELECT coalesce(max(id), 0) FROM users");
    }

    /// <summary>What tells this chat's cursors from another's.</summary>
    public string Id { get; }

    /// <summary>The newest event's id; 0 when nothing has happened yet.</summary>
    public long LastId => writer.LastId;

    /// <summary>The highest user id that was ever stored.</summary>
    public long LastUserId { get; }

    /// <summary>Opens the database, making or migrating it where needed.</summary>
    /// <exception cref="StoreException">It is damaged, foreign, newer than this program, or cannot be written.</exception>
    public static SqliteStore Open(string path)
    {
        SqliteConnection? connection = null;
        try
        {
            DatabaseFile.CheckIsOurs(path);
            SQLitePCL.Batteries_V2.Init();
            SqliteSetup.Check(path);
            if (!File.Exists(path)) SqliteSetup.Create(path);
            var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 10 }.ToString();
            connection = new SqliteConnection(connectionString);
            connection.Open();
            SqliteSetup.Prepare(connection);
            return new SqliteStore(connectionString, connection);
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            if (failure is not (SqliteException or IOException or UnauthorizedAccessException)) throw;
            throw new StoreException($"the database {path} cannot be used: {OneLine(failure)}", failure);
        }
    }

    /// <summary>Commits a batch in one transaction; when this returns, it is on the disk.</summary>
    /// <returns>How each change ended, in their order.</returns>
    /// <exception cref="StoreException">Nothing of the batch was stored.</exception>
    public IReadOnlyList<Outcome> Append(IReadOnlyList<Change> batch)
    {
        try
        {
            return writer.WriteAll(batch);
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode == ConstraintFailed && batch.Count > 1)
        {
            // One that must not be does not sink the others.
            return [.. batch.Select(AppendAlone)];
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"{batch.Count} changes could not be stored: {OneLine(failure)}", failure);
        }
    }

    // SQLITE_CONSTRAINT (https://www.sqlite.org/rescode.html).
    private const int ConstraintFailed = 19;

    private Outcome AppendAlone(Change change)
    {
        try
        {
            return writer.WriteAll([change])[0];
        }
        catch (SqliteException)
        {
            return new Outcome.Failed();
        }
    }

    /// <summary>What the server begins with.</summary>
    public World ReadWorld() => new(
        connection.Query(
            """
            SELECT id, name, role, password FROM users
            WHERE role <> 'guest' OR id IN (SELECT user FROM sessions)
               OR id IN (SELECT user FROM members WHERE room IN (SELECT id FROM rooms WHERE kind = 'direct')) ORDER BY id
            """,
            Queries.ReadUser, null),
        connection.Query("SELECT id, name, topic, kind, archived FROM rooms ORDER BY id", ReadRoom, null),
        connection.Query("SELECT room, user, read_up_to FROM members", row => new MembershipRecord(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), null),
        connection.Query(
            "SELECT token, user, cursor, at FROM sessions", row => new SessionRecord((byte[])row[0], row.GetInt64(1), row.GetInt64(2), row.Time(3)), null),
        connection.Query("SELECT subject FROM bans", row => row.GetString(0), null));

    /// <summary>Runs a reading on a connection of its own.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public T Read<T>(Func<SqliteConnection, T> reading)
    {
        try
        {
            using var reader = new SqliteConnection(connectionString);
            reader.Open();
            return reading(reader);
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"the database could not be read: {OneLine(failure)}", failure);
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        connection.Dispose();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    public static RoomRecord ReadRoom(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.Word<RoomKind>(3), row.GetInt64(4) != 0);

    private long ReadLong(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string OneLine(Exception failure) => LineText.OneLine(failure.Message);
}
