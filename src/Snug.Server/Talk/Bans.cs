using System.Collections.Concurrent;
using System.Net;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Names and addresses that may not come in.</summary>
internal sealed class Bans(Log log, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, byte> subjects = new(StringComparer.Ordinal);

    /// <summary>All of them, as they are written: <c>name:cindy</c>, <c>address:192.0.2.7</c>.</summary>
    public IEnumerable<string> All => subjects.Keys.Order(StringComparer.Ordinal);

    public void Restore(World world)
    {
        foreach (var subject in world.Bans) subjects[subject] = 0;
    }

    public bool Has(UserName name, IPAddress? address) =>
        !subjects.IsEmpty
        && (subjects.ContainsKey(OfName(name)) || (address is not null && subjects.ContainsKey(OfAddress(address))));

    public bool HasAddress(IPAddress? address) => !subjects.IsEmpty && address is not null && subjects.ContainsKey(OfAddress(address));

    public static string OfName(UserName name) => "name:" + name.Key;

    public static string OfAddress(IPAddress address) => "address:" + (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>Another server's admin has kept somebody out, or let them in again.</summary>
    public void Hear(string subject, bool isBanned)
    {
        if (isBanned) subjects[subject] = 0;
        else subjects.TryRemove(subject, out _);
    }

    public async ValueTask<Refusal?> AddAsync(string subject)
    {
        if (await log.EnsureAsync(new AddBan(subject, time.Now())) is { } refusal) return refusal;
        subjects[subject] = 0;
        return null;
    }

    public async ValueTask<Refusal?> RemoveAsync(string subject)
    {
        if (await log.EnsureAsync(new RemoveBan(subject)) is { } refusal) return refusal;
        subjects.TryRemove(subject, out _);
        return null;
    }
}
