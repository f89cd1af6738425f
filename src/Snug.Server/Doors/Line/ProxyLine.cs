using System.Net;

namespace Snug.Server.Doors.Line;

/// <summary>
/// What a balancer says before anything else on a connection that it makes for somebody, in version 1 of the PROXY protocol
/// (https://www.haproxy.org/download/2.6/doc/proxy-protocol.txt):
/// <c>PROXY (TCP4 / TCP6) source destination source-port destination-port</c>, or <c>PROXY UNKNOWN …</c>.
/// </summary>
internal static class ProxyLine
{
    /// <param name="line">A connection's first line.</param>
    /// <param name="client">For whom the connection was made; null when the balancer does not know.</param>
    /// <returns>Whether it is such a line.</returns>
    public static bool TryParse(string line, out IPAddress? client)
    {
        client = null;
        return line.Split(' ') switch
        {
            ["PROXY", "UNKNOWN", ..] => true,
            ["PROXY", "TCP4" or "TCP6", var source, _, _, _] => IPAddress.TryParse(source, out client),
            _ => false,
        };
    }
}
