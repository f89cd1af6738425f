using System.Net;

namespace Snug.Server.Doors;

/// <summary>The proxies that are believed on whom they speak for.</summary>
internal sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    public bool Has(IPAddress? address)
    {
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Networks.Any(network => network.Contains(plain));
    }
}
