using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Snug.Tests.Many;

/// <summary>What the system knows of the PostgreSQL servers that run on it.</summary>
internal static class PostgresSystem
{
    /// <summary>The ids of all processes of the server over a data folder: each works in that folder.</summary>
    public static List<string> ProcessesIn(string data) =>
        [.. Directory.EnumerateDirectories("/proc").Where(process => WorkingFolder(process) == data).Select(process => Path.GetFileName(process))];

    /// <summary>
    /// A port that is free, and not one of those that the system gives to outgoing connections: while a server is stopped, somebody
    /// would get its port.
    /// </summary>
    public static int FindPort()
    {
        var lowest = int.Parse(File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split('\t', ' ')[0], CultureInfo.InvariantCulture);
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                var port = RandomNumberGenerator.GetInt32(lowest / 2, lowest);
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    private static string? WorkingFolder(string process)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
