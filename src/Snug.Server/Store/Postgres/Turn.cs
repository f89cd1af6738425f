using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>
/// A server's place among those that write. Its row counts its batches, and each batch is written only if it is the one the
/// row waits for: so a batch whose answer was lost is known to be there or not, and one that was given up cannot come late.
/// </summary>
internal sealed class Turn(long server, long batch)
{
    /// <summary>What PostgreSQL's clock says, in milliseconds since 1970.</summary>
    public const string Now = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /// <summary>Holds a batch's turn, or gives no row: <c>$1</c> the server, <c>$2</c> its batch.</summary>
    public const string Take = "SELECT 1 FROM servers WHERE id = $1 AND batch = $2 FOR UPDATE";

    /// <summary>Ends a batch's turn and wakes the others: parameters as in <see cref="Take"/>.</summary>
    public const string End =
        """
        UPDATE servers SET batch = $2 + 1, up_to = log.last FROM log WHERE servers.id = $1 AND servers.batch = $2
        RETURNING pg_notify('snug', servers.id || ' ' || log.last)
        """;

    public long Server => server;

    /// <summary>The number of the batch that is written next.</summary>
    public long Batch { get; private set; } = batch;

    /// <summary>Makes a row for a server that starts.</summary>
    /// <exception cref="StoreException">A chat is being copied into the database.</exception>
    public static Turn Begin(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var server = connection.Query($"INSERT INTO servers (until) VALUES ({Now} + $1) RETURNING id", row => row.GetInt64(0), transaction, Lease)[0];
        // After the row is written, for which a copy that begins is waited for.
        CopyMarks.RefuseHalf(connection, transaction);
        transaction.Commit();
        return new(server, 0);
    }

    /// <summary>How long a server counts as alive after it was heard of, in milliseconds.</summary>
    public static long Lease => (long)Limits.ServerLease.TotalMilliseconds;

    /// <summary>The batch was written.</summary>
    public void Next() => Batch++;

    /// <summary>Finds out what became of a batch whose answer was lost. What may still be under way for it is waited for, or is refused from here on.</summary>
    /// <returns>The newest id of the log after the batch; null when it was not written.</returns>
    /// <exception cref="ServerLostException">The others took this server for dead.</exception>
    public long? Resolve(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var known = connection.Query("SELECT batch, up_to FROM servers WHERE id = $1 FOR UPDATE", row => (Batch: row.GetInt64(0), UpTo: row.GetInt64(1)), transaction, server);
        if (known.Count == 0) throw new ServerLostException();

        var isWritten = known[0].Batch == Batch + 1;
        if (!isWritten)
        {
            var next = known[0].Batch + 2;
            connection.Query("UPDATE servers SET batch = $2 WHERE id = $1 RETURNING 1", row => 0, transaction, server, next);
            transaction.Commit();
            Batch = next;
            return null;
        }
        transaction.Commit();
        Next();
        return known[0].UpTo;
    }
}

/// <summary>The other servers took this one for dead, and may have given its people's names away: it has to start anew.</summary>
internal sealed class ServerLostException(string reason = "the other servers have not heard of this one for too long, and took it for dead") : Exception(reason);
