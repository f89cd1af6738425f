using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Snug.Protocol;

namespace Snug.Server.Store.Sqlite;

/// <summary>The log of a single server, in a SQLite database: readings see every committed event (WAL).</summary>
internal sealed class SqliteStore : IStore
{
    // SQLITE_CONSTRAINT (https://www.sqlite.org/rescode.html).
    private const int ConstraintFailed = 19;

    private readonly string connectionString;
    private readonly SqliteConnection connection;
    private readonly Statements sql;
    private long lastId;

    private SqliteStore(string connectionString, SqliteConnection connection)
    {
        this.connectionString = connectionString;
        this.connection = connection;
        sql = new Statements(connection);
        Id = connection.Query("SELECT id FROM chat", row => row.GetString(0), null)[0];
        lastId = ReadLong("SELECT max(coalesce((SELECT max(id) FROM events), 0), coalesce((SELECT max(read_event) FROM members), 0))");
    }

    public string Id { get; }

    public long Server => 0;

    /// <summary>The newest id that anything has.</summary>
    public long LastId => lastId;

    public bool IsAway => false;

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

    public Appended Append(IReadOnlyList<Change> batch)
    {
        try
        {
            return WriteAll(batch);
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode == ConstraintFailed && batch.Count > 1)
        {
            // One that must not be does not sink the others.
            var before = lastId;
            return new([.. batch.Select(change => AppendAlone(change).Outcomes[0])], lastId, before);
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"{batch.Count} changes could not be stored: {OneLine(failure)}", failure);
        }
    }

    // Nobody else writes.
    public News ReadNews(long after, long upTo) => new([], after);

    public void Listen(IListener listener)
    {
        // There are no others.
    }

    public World ReadWorld() => World.Read(connection, lastId);

    public T Read<T>(Func<DbConnection, T> reading)
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
        sql.Dispose();
        connection.Dispose();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private Appended AppendAlone(Change change)
    {
        try
        {
            return WriteAll([change]);
        }
        catch (SqliteException)
        {
            return new([new Outcome.Failed()], lastId, lastId);
        }
    }

    private Appended WriteAll(IReadOnlyList<Change> changes)
    {
        if (sql.Users.Count > Limits.WrittenUsers) sql.Users.Clear();
        try
        {
            return WriteInTransaction(changes);
        }
        catch
        {
            sql.Users.Clear();
            throw;
        }
    }

    private Appended WriteInTransaction(IReadOnlyList<Change> changes)
    {
        var last = lastId;
        using var transaction = connection.BeginTransaction(deferred: false);
        sql.Transaction = transaction;
        var outcomes = new Outcome[changes.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = changes[i] is Probe ? TryDisk() : ChangeWriter.Write(sql, last + 1, changes[i]);
            if (outcomes[i] is Outcome.Happened) last++;
        }
        transaction.Commit();
        var before = lastId;
        lastId = last;
        return new(outcomes, last, before);
    }

    private Outcome.Done TryDisk()
    {
        sql.Run("CREATE TABLE probe (bytes); INSERT INTO probe VALUES (zeroblob(65536)); DROP TABLE probe");
        return new Outcome.Done();
    }

    private long ReadLong(string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string OneLine(Exception failure) => LineText.OneLine(failure.Message);
}
