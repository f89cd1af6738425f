using System.Globalization;
using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>
/// Keeps this server alive in the eyes of the others, hears when they have written, and notices when one of them has died.
/// Runs on a thread of its own, because waiting for PostgreSQL blocks.
/// </summary>
internal sealed class Neighbours(NpgsqlDataSource source, long server, TimeProvider time) : IDisposable
{
    private readonly ManualResetEventSlim stopping = new();
    private IListener? listener;
    private Thread? thread;
    private long aliveSince = time.GetTimestamp(), renewed = time.GetTimestamp();
    private volatile bool isAlone;

    /// <summary>The database has just been found out of reach: who asks is refused at once rather than kept waiting.</summary>
    public bool IsAlone => isAlone;

    public void Begin(IListener to)
    {
        listener = to;
        thread = new Thread(Run) { Name = "neighbours", IsBackground = true };
        thread.Start();
    }

    /// <summary>Waits a moment, or until the store is closed.</summary>
    public void Pause(TimeSpan moment) => stopping.Wait(moment);

    /// <summary>This server cannot go on.</summary>
    public void Lose(Exception reason) => listener?.Lose(reason);

    public void Dispose()
    {
        stopping.Set();
        thread?.Join();
        stopping.Dispose();
    }

    private void Run()
    {
        while (!stopping.IsSet)
        {
            try
            {
                using var connection = source.OpenConnection();
                Follow(connection);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException or InvalidOperationException)
            {
                isAlone = true;
                // The other connections are as broken, which each of their users would find out.
                source.Clear();
                stopping.Wait(Limits.DatabaseRetry);
            }
            catch (ServerLostException lost)
            {
                listener!.Lose(lost);
                return;
            }
        }
    }

    private void Follow(NpgsqlConnection connection)
    {
        var news = 0L;
        connection.Notification += (_, told) => news = Math.Max(news, Parse(told.Payload));
        connection.Query("LISTEN snug; SELECT 1", row => 0, null);
        while (!stopping.IsSet)
        {
            Renew(connection);
            isAlone = false;
            // Also without being told: a notice may get lost with a connection.
            listener!.Look();
            var until = time.GetTimestamp() + (long)(Limits.LeaseRenewal.TotalSeconds * time.TimestampFrequency);
            while (!stopping.IsSet && until - time.GetTimestamp() is > 0 and var left)
            {
                if (!connection.Wait((int)Math.Clamp(left * 1000 / time.TimestampFrequency, 1, 200)) || news <= listener.Known) continue;
                // Under load several come close together: they are read at once.
                stopping.Wait(Limits.NewsLinger);
                listener.Look();
            }
        }
        connection.Query("UNLISTEN snug; SELECT 1", row => 0, null);
    }

    private void Renew(NpgsqlConnection connection)
    {
        if (connection.Query($"UPDATE servers SET until = {Turn.Now} + $2 WHERE id = $1 RETURNING 1", row => 0, null, server, Turn.Lease).Count == 0) throw new ServerLostException();

        // After a time without the database all leases have run out: the others get as long to renew theirs as this one took.
        if (time.GetElapsedTime(renewed) > Limits.ServerLease / 2) aliveSince = time.GetTimestamp();
        renewed = time.GetTimestamp();
        if (time.GetElapsedTime(aliveSince) < Limits.ServerLease) return;

        foreach (var dead in connection.Query($"SELECT id FROM servers WHERE until < {Turn.Now}", row => row.GetInt64(0), null)) listener!.Bury(dead);
        connection.Query($"DELETE FROM journal WHERE at < {Turn.Now} - $1 RETURNING 1", row => 0, null, (long)Limits.JournalKept.TotalMilliseconds);
    }

    // "server id": one's own news is none.
    private long Parse(string payload) =>
        payload.Split(' ') is [var from, var id] && from != server.ToString(CultureInfo.InvariantCulture) && long.TryParse(id, CultureInfo.InvariantCulture, out var last) ? last : 0;
}
