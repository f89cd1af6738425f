using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;

namespace Snug.Server.Tls;

/// <summary>What this machine is called on its own network.</summary>
internal sealed record LocalNames(IReadOnlyList<string> Hosts, IReadOnlyList<IPAddress> Addresses)
{
    public static LocalNames Find()
    {
        var host = Dns.GetHostName();
        // Phones know no names but those that their network's machines announce themselves, which end in .local.
        string[] named = host.Contains('.') ? [host] : [host, host + ".local"];
        var interfaces =
            from network in NetworkInterface.GetAllNetworkInterfaces()
            where network.OperationalStatus != OperationalStatus.Down
            from unicast in network.GetIPProperties().UnicastAddresses
            where CanBeVisited(unicast.Address)
            select unicast.Address;

        return new(
            [.. named.Where(IsHostName).Prepend("localhost").Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. new[] { IPAddress.Loopback, IPAddress.IPv6Loopback }.Concat(interfaces).Distinct().Take(Limits.CertificateAddresses)]);
    }

    // A certificate has no room for other letters, and a network no use for such a name.
    private static bool IsHostName(string name) => Uri.CheckHostName(name) == UriHostNameType.Dns && Ascii.IsValid(name);

    // A link-local IPv6 address means something only together with an interface, which no certificate can name.
    private static bool CanBeVisited(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork || !address.IsIPv6LinkLocal;
}
