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
    private readonly SqliteConnection writer;
    private readonly AppendCommand append;

    private SqliteStore(string connectionString, SqliteConnection writer)
    {
        this.connectionString = connectionString;
        this.writer = writer;
        append = new AppendCommand(writer);
        LastId = ReadLong("SELECT coalesce(max(id), 0) FROM events");
        LastUserId = ReadLong("SELECT coalesce(max(id), 0) FROM users");
    }

    /// <summary>The newest event's id; 0 when nothing has happened yet.</summary>
    public long LastId { get; private set; }

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
    /// <returns>The id of the first event; those after it follow one by one.</returns>
    /// <exception cref="StoreException">Nothing of the batch was stored.</exception>
    public long Append(IReadOnlyList<NewEvent> batch)
    {
        try
        {
            using var transaction = writer.BeginTransaction(deferred: false);
            var first = LastId + 1;
            var id = first;
            foreach (var wanted in batch)
                if (wanted != NewEvent.Nothing) append.Insert(id++, wanted, transaction);
                else append.Touch(transaction);
            transaction.Commit();
            LastId = id - 1;
            return first;
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"{batch.Count} events could not be stored: {OneLine(failure)}", failure);
        }
    }

    public IReadOnlyList<RoomRecord> ReadRooms()
    {
        using var command = writer.CreateCommand();
        command.CommandText = "SELECT id, name, topic, kind FROM rooms ORDER BY id";
        using var reader = command.ExecuteReader();
        var rooms = new List<RoomRecord>();
        while (reader.Read())
            rooms.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), Enum.Parse<RoomKind>(reader.GetString(3), ignoreCase: true)));
        return rooms;
    }

    /// <summary>A room's events after one id, up to and with another, oldest first.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<EventRecord> ReadAfter(long room, long after, long upTo, int limit)
    {
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT e.id, e.room, u.name, e.text FROM events e JOIN users u ON u.id = e.user
                WHERE e.room = $room AND e.id > $after AND e.id <= $upTo ORDER BY e.id LIMIT $limit
                """;
            command.Parameters.AddWithValue("$room", room);
            command.Parameters.AddWithValue("$after", after);
            command.Parameters.AddWithValue("$upTo", upTo);
            command.Parameters.AddWithValue("$limit", limit);

            var events = new List<EventRecord>();
            using var reader = command.ExecuteReader();
            while (reader.Read()) events.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3)));
            return events;
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"events could not be read: {OneLine(failure)}", failure);
        }
    }

    public void Dispose()
    {
        append.Dispose();
        writer.Dispose();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private long ReadLong(string sql)
    {
        using var command = writer.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string OneLine(Exception failure) => LineText.OneLine(failure.Message);
}
