using System.Net;
using System.Net.Sockets;

namespace Snug.Server.Talk;

/// <summary>What one address may do, however many sessions it has. This machine's own addresses are not counted.</summary>
internal sealed class AddressLimits(SharedLimits shared, TimeProvider time)
{
    private readonly Tries entries = new(time, shared, "entries", Limits.EntryBurst, Limits.EntriesPerSecond);
    private readonly Tries posts = new(time, shared, "address-posts", Limits.AddressPostBurst, Limits.AddressPostsPerSecond);

    /// <returns>Null when one more may come in from there, otherwise how long to wait for it.</returns>
    public TimeSpan? TryEnter(IPAddress? address) => IsCounted(address) ? entries.TryTake(Subject(address!)) : null;

    /// <summary>The posts of an address; null where they are not counted.</summary>
    public RateLimit? PostsOf(IPAddress? address) => IsCounted(address) ? posts.For(Subject(address!)) : null;

    /// <summary>What is counted as one: an address, but of IPv6 the 2^64 that a household has.</summary>
    public static string Subject(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : $"{address}";

    private static bool IsCounted(IPAddress? address) => address is not null && !IPAddress.IsLoopback(address);
}
