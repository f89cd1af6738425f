using System.Globalization;
using Npgsql;
using Snug.Server.Store.Postgres;

namespace Snug.Server.Store.Copying;

/// <summary>The PostgreSQL database that a chat is copied into, and how far it has come; held by one copy at a time.</summary>
internal sealed class CopyTarget : IDisposable
{
    // The key of the lock that one copy at a time holds: "Copy" in ASCII, as a number of PostgreSQL's advisory locks.
    private const long CopyLock = 0x436F7079;

    private readonly NpgsqlDataSource source;

    private CopyTarget(NpgsqlDataSource source, NpgsqlConnection connection, string place) => (this.source, Connection, Place) = (source, connection, place);

    public NpgsqlConnection Connection { get; }

    /// <summary>Which database it is, for people: without a password.</summary>
    public string Place { get; }

    /// <summary>The id that the log had when the copy was complete; null while it is not.</summary>
    public long? Completed => Read(CopyMarks.Complete) is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>The log's newest id.</summary>
    public long LastId => Connection.Query("SELECT last FROM log", row => row.GetInt64(0), null)[0];

    /// <summary>Connects, makes the tables or brings them to this version, and waits a moment for a copy that has just been broken off.</summary>
    /// <exception cref="StoreException">The connection string is none, the database is newer than this program, or another copy is under way.</exception>
    /// <exception cref="NpgsqlException">It cannot be reached or written.</exception>
    public static CopyTarget Open(string connectionString)
    {
        var wanted = PostgresSetup.Read(connectionString);
        wanted.CommandTimeout = (int)Limits.CopyStatement.TotalSeconds;
        var source = NpgsqlDataSource.Create(wanted);
        NpgsqlConnection? connection = null;
        try
        {
            PostgresSetup.Prepare(source);
            connection = source.OpenConnection();
            var target = new CopyTarget(source, connection, PostgresSetup.PlaceOf(wanted));
            target.Run(string.Create(CultureInfo.InvariantCulture, $"SET lock_timeout = {(long)Limits.CopyLock.TotalMilliseconds}"));
            target.Run(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_lock({CopyLock})"));
            return target;
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            source.Dispose();
            if (failure is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable }) throw new StoreException("another copy into the same database is under way", failure);
            throw;
        }
    }

    /// <summary>Takes an empty database for a chat, or goes on with the copy that was begun there. From then on no server starts on it until the copy is complete.</summary>
    /// <param name="chat">The chat's id.</param>
    /// <returns>Whether it is begun anew.</returns>
    /// <exception cref="StoreException">Another chat is in it, or a server uses it.</exception>
    public bool Begin(string chat)
    {
        using var transaction = Connection.BeginTransaction();
        // Who starts a server writes there first and looks for a copy then: one of the two sees the other.
        Run("LOCK TABLE servers IN SHARE ROW EXCLUSIVE MODE");
        if (Read(CopyMarks.Chat) is { } begun)
            return begun == chat ? false : throw new StoreException($"the database ({Place}) holds a copy of another chat; it was left as it is");

        var full = CopiedTable.All.FirstOrDefault(table => Connection.Query($"SELECT 1 FROM {table.Name} {(table.Name == "rooms" ? "WHERE id <> 1" : "")} LIMIT 1", row => 0, transaction).Count > 0);
        if (full is not null)
            throw new StoreException($"the database ({Place}) has a chat of its own already (there are {full.Name} in it), and a copy needs an empty one; it was left as it is");
        if (Connection.Query($"SELECT 1 FROM servers WHERE until >= {Turn.Now}", row => 0, transaction).Count > 0)
            throw new StoreException($"a server is running on the database ({Place}): stop it first");

        // What servers leave that were here before, and the lobby that every new database has.
        Run("TRUNCATE journal, names, here, servers, contents; DELETE FROM rooms");
        Connection.Query("UPDATE chat SET id = $1 RETURNING 1", row => 0, transaction, chat);
        Write(CopyMarks.Chat, chat);
        transaction.Commit();
        return true;
    }

    /// <summary>What was noted under a name; null where nothing was.</summary>
    public string? Read(string name) => Connection.Query("SELECT after FROM copying WHERE name = $1", row => row.GetString(0), null, name) is [var after] ? after : null;

    /// <summary>Notes something, in the transaction that is open.</summary>
    public void Write(string name, string after) =>
        Connection.Query("INSERT INTO copying VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET after = $2 RETURNING 1", row => 0, null, name, after);

    /// <summary>Makes a table empty again, to be copied from its start.</summary>
    public void Clear(string table)
    {
        using var transaction = Connection.BeginTransaction();
        Run($"TRUNCATE {table}");
        Connection.Query("DELETE FROM copying WHERE name = $1 RETURNING 1", row => 0, transaction, table);
        transaction.Commit();
    }

    /// <summary>Lets servers go on from the end of the chat that is here now.</summary>
    /// <param name="last">The log's newest id.</param>
    public void Complete(long last)
    {
        using var transaction = Connection.BeginTransaction();
        var room = Connection.Query("SELECT max(id) FROM rooms", row => row.GetInt64(0), transaction)[0];
        Run(string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE rooms ALTER COLUMN id RESTART WITH {room + 1}"));
        Run("SELECT setval('user_ids', greatest(max(id), 1), max(id) IS NOT NULL) FROM users");
        Connection.Query("UPDATE log SET last = $1 RETURNING 1", row => 0, transaction, last);
        Write(CopyMarks.Complete, last.ToString(CultureInfo.InvariantCulture));
        transaction.Commit();
        // The first readers would otherwise be answered by plans for empty tables.
        Run("ANALYZE");
    }

    public void Dispose()
    {
        Connection.Dispose();
        source.Dispose();
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, Connection);
        command.ExecuteNonQuery();
    }
}
