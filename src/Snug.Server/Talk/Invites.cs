using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Links that let people in until they expire, where not everyone may come.</summary>
internal sealed class Invites(Log log, TimeProvider time)
{
    /// <summary>Makes an invite. Guests cannot: they may be gone in a minute.</summary>
    public async ValueTask<Answer<(string Code, DateTime Expires)>> CreateAsync(Session session, int hours)
    {
        if (session.Person.User.Role == Role.Guest) return Refusal.NotAllowed;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        return await CreateAsync(session.Person.Id, hours);
    }

    /// <summary>Makes an invite in the operator's name.</summary>
    public async ValueTask<Answer<(string Code, DateTime Expires)>> CreateAsync(long by, int hours)
    {
        if (hours < 1 || hours > Limits.LongestInvite.TotalHours)
            return Refusal.Invalid("invalid-hours", $"an invite is good for 1 to {Limits.LongestInvite.TotalHours} hours");

        var (code, expires) = (Tokens.Create(), time.Now().AddHours(hours));
        return await log.EnsureAsync(new AddInvite(Tokens.Hash(code), by, expires, time.Now())) is { } refusal ? refusal : (code, expires);
    }

    public async ValueTask<bool> AreGoodAsync(string? code)
    {
        if (code is null) return false;

        var hash = Tokens.Hash(code);
        var expires = await log.ReadAsync(connection => connection.Query("SELECT expires FROM invites WHERE code = $1", row => row.Time(0), null, hash));
        return expires is [var end] && end > time.Now();
    }
}
