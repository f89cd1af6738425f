using System.Globalization;
using Microsoft.AspNetCore.Connections;

namespace Snug.Server.Doors;

/// <summary>
/// Bounds the connections of both doors together by what the system lets this process open. Beyond that not even turning
/// somebody away would work: accepting fails, again and again, and nobody is served.
/// </summary>
internal sealed class ConnectionLimit
{
    private int open;

    /// <summary>The most connections at once: where few files may be open, half of them.</summary>
    public int Most { get; } = Math.Min(Limits.Connections, Math.Max(OpenFiles() - Limits.ReservedFiles, OpenFiles() / 2));

    /// <summary>The connections that there are now.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>Counts a connection that has come.</summary>
    /// <returns>False when there are too many: it is not counted, and has to be turned away.</returns>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref open) <= Most) return true;

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref open);

    /// <summary>Holds a door of Kestrel to it.</summary>
    public void Bound(IConnectionBuilder door) => door.Use(next => connection => ServeAsync(next, connection));

    private async Task ServeAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        if (!TryEnter())
        {
            connection.Abort(new ConnectionAbortedException("too many connections"));
            return;
        }
        try
        {
            await next(connection);
        }
        finally
        {
            Leave();
        }
    }

    // "Max open files            1024                 1048576              files": the first number is in force.
    private static int OpenFiles()
    {
        const string limits = "/proc/self/limits", row = "Max open files";
        if (!File.Exists(limits)) return int.MaxValue;

        var line = File.ReadLines(limits).FirstOrDefault(line => line.StartsWith(row, StringComparison.Ordinal));
        var inForce = line?[row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return int.TryParse(inForce, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }
}
