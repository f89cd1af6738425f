using System.Globalization;
using Microsoft.AspNetCore.Connections;

namespace Snug.Server.Serving;

/// <summary>
/// Bounds the connections of both doors together by what the system lets this process open. Beyond that not even turning
/// somebody away would work: accepting fails, again and again, and nobody is served.
/// </summary>
internal sealed class ConnectionLimit
{
    // Where few files may be open, half of them.
    private readonly int most = Math.Min(Limits.Connections, Math.Max(OpenFiles() - Limits.ReservedFiles, OpenFiles() / 2));
    private int open;

    public void Bound(IConnectionBuilder door) => door.Use(next => connection => ServeAsync(next, connection));

    private async Task ServeAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        try
        {
            if (Interlocked.Increment(ref open) <= most) await next(connection);
            else connection.Abort(new ConnectionAbortedException("too many connections"));
        }
        finally
        {
            Interlocked.Decrement(ref open);
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
