using System.Net;
using Snug.Protocol;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>What admins do about people. What they do about rooms and messages stands with those.</summary>
internal sealed class Moderation(Bans bans, Presence presence, Sessions sessions)
{
    /// <summary>Keeps a name or an address out. Whoever has the name is put out at once.</summary>
    public async ValueTask<Answer<string>> BanAsync(Session admin, string? name, string? address)
    {
        if (admin.Person.User.Role != Role.Admin) return Refusal.NotAllowed;

        if (IPAddress.TryParse(address, out var parsed) && name is null)
        {
            var closed = await AddAsync(Bans.OfAddress(parsed));
            if (closed.IsGranted) await sessions.EndAllAsync(parsed);
            return closed;
        }
        if (!UserName.TryParse(name, out var banned) || address is not null)
            return Refusal.Invalid("invalid-ban", "name either a name or an address");

        if (presence.Find(banned) is { User.Role: Role.Admin }) return Refusal.NotAllowed;
        // First the door, so that who is put out does not come in again between the two.
        var added = await AddAsync(Bans.OfName(banned));
        if (added.IsGranted && presence.Find(banned) is { } person) await sessions.EndAllAsync(person);
        return added;
    }

    public async ValueTask<Refusal?> UnbanAsync(Session admin, string subject) =>
        admin.Person.User.Role == Role.Admin ? await bans.RemoveAsync(subject) : Refusal.NotAllowed;

    public Answer<IReadOnlyList<string>> ListBans(Session admin) =>
        admin.Person.User.Role == Role.Admin ? bans.All.ToList() : Refusal.NotAllowed;

    private async ValueTask<Answer<string>> AddAsync(string subject) =>
        await bans.AddAsync(subject) is { } refusal ? refusal : subject;
}
