using System.Globalization;
using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>Brings a PostgreSQL database to the state that the program needs, also when several servers start at once.</summary>
internal static class PostgresSetup
{
    // The key of the lock that one server at a time prepares under: "Snug" in ASCII, as a number of PostgreSQL's advisory locks.
    private const long PreparationLock = 0x536E7567;

    /// <summary>Reads a connection string, and sets what the store relies on.</summary>
    /// <exception cref="StoreException">It is none.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        NpgsqlConnectionStringBuilder wanted;
        try
        {
            wanted = new(text);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StoreException($"the connection string of the database cannot be read: {Explain(text, failure)}", failure);
        }
        if (string.IsNullOrEmpty(wanted.Host)) throw new StoreException("the connection string of the database names no Host");

        wanted.ApplicationName ??= "snug";
        wanted.Enlist = false;
        // Nothing is set on a connection that the next user of it could trip over.
        wanted.NoResetOnClose = true;
        wanted.MaxAutoPrepare = 200;
        wanted.AutoPrepareMinUsages = 2;
        wanted.Timeout = (int)Limits.DatabaseConnect.TotalSeconds;
        wanted.CommandTimeout = (int)Limits.DatabaseCommand.TotalSeconds;
        // A commit that waits for its standby must not be told to stop: it would be done here and not there.
        wanted.CancellationTimeout = -1;
        wanted.KeepAlive = 0;
        wanted.TcpKeepAlive = true;
        // Compiling a statement takes PostgreSQL a hundred times as long as running one of these. And a server that is paused in the
        // middle of a batch holds the log, and all the others with it.
        wanted.Options = $"{wanted.Options} -c jit=off -c idle_in_transaction_session_timeout={Limits.ServerLease.TotalMilliseconds:0}".Trim();
        if (!wanted.Host.Contains(',', StringComparison.Ordinal)) return wanted;

        // Of several hosts the one that takes writes, and another when that one has changed.
        wanted.TargetSessionAttributes = "primary";
        wanted.HostRecheckSeconds = 1;
        return wanted;
    }

    /// <summary>Which database it is, for people: without a password.</summary>
    public static string PlaceOf(NpgsqlConnectionStringBuilder wanted) => $"PostgreSQL, {wanted.Database ?? wanted.Username} on {wanted.Host}";

    /// <summary>Makes the tables or brings them to this version.</summary>
    /// <exception cref="StoreException">The database was made by a newer program, or keeps no Unicode.</exception>
    /// <exception cref="NpgsqlException">It cannot be written.</exception>
    public static void Prepare(NpgsqlDataSource source)
    {
        using var connection = source.OpenConnection();
        var encoding = connection.Query("SELECT current_setting('server_encoding')", row => row.GetString(0), null)[0];
        if (encoding != "UTF8") throw new StoreException($"the database keeps text as {encoding}, in which not everything can be said; make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0");

        using var transaction = connection.BeginTransaction();
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({PreparationLock})"));
        Run(connection, "CREATE TABLE IF NOT EXISTS snug_schema (version bigint NOT NULL)");
        var version = connection.Query("SELECT coalesce(max(version), 0) FROM snug_schema", row => row.GetInt64(0), transaction)[0];
        if (version > PostgresSchema.Versions.Length)
            throw new StoreException($"the database was made by a newer Snug (its schema is {version}, this program knows {PostgresSchema.Versions.Length}); it was left as it is");

        for (var next = version; next < PostgresSchema.Versions.Length; next++) Run(connection, PostgresSchema.Versions[next]);
        if (version < PostgresSchema.Versions.Length)
            connection.Query("INSERT INTO snug_schema VALUES ($1) RETURNING 1", row => 0, transaction, (long)PostgresSchema.Versions.Length);
        transaction.Commit();
    }

    // Nothing of the string is repeated: what is wrong with it may be where its password stands.
    private static string Explain(string text, Exception failure)
    {
        var part = failure is ArgumentException { ParamName: { } keyword }
            ? Array.FindIndex(text.Split(';'), part => part.TrimStart().StartsWith(keyword, StringComparison.OrdinalIgnoreCase)) + 1
            : 0;
        return part > 0
            ? string.Create(CultureInfo.InvariantCulture, $"part {part} of those that semicolons divide is unknown or has a wrong value; it is made of such as Host=db;Database=snug;Username=snug")
            : "it is made of parts such as Host=db;Database=snug;Username=snug";
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
