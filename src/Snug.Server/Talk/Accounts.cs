using System.Net;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Who is let in over HTTP, and how a name is kept for good.</summary>
internal sealed class Accounts(
    ChatState state, Log log, Presence presence, Sessions sessions, Invites invites, Bans bans, AddressLimits addresses, Passwords passwords, UserIds ids, ChatRules rules, TimeProvider time)
{
    private readonly Tries guesses = new(time, Limits.PasswordBurst, Limits.PasswordsPerSecond);

    /// <summary>Comes in: as a guest with a free name, or as a member with the password.</summary>
    /// <param name="wanted">The name, and what may be needed besides.</param>
    /// <param name="address">Where the asker is; null where that is not known.</param>
    /// <param name="token">The token that will stand for the session.</param>
    public async ValueTask<Answer<Session>> EnterAsync(EntryRequest wanted, IPAddress? address, string token)
    {
        if (!UserName.TryParse(wanted.Name, out var name)) return Refusal.InvalidName;
        if (bans.Has(name, address)) return Refusal.Banned;
        if (addresses.TryEnter(address) is { } pause) return Refusal.TooFast(pause);

        if (presence.Find(name) is { User.Role: not Role.Guest } member) return await EnterAsMemberAsync(member, wanted.Password, token);
        if (rules.Access != Access.Open && !await invites.AreGoodAsync(wanted.Invite))
            return rules.Access == Access.Accounts && wanted.Invite is null ? Refusal.AccountNeeded : Refusal.InviteNeeded;
        if (rules.Access == Access.Accounts) return await EnterAsNewMemberAsync(name, wanted.Password, token);

        return wanted.Password is null ? await sessions.EnterAsGuestAsync(name, token) : Refusal.WrongPassword;
    }

    /// <summary>Keeps the asker's name for good, or gives it another password; other devices have to come in again then.</summary>
    public async ValueTask<Answer<UserRecord>> KeepNameAsync(Session session, string? password)
    {
        if (Passwords.Judge(password) is { } refusal) return refusal;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);

        var person = session.Person;
        var wasMember = person.User.Role != Role.Guest;
        var kept = await SaveAsync(person, wasMember ? person.User.Role : Role.Member, await passwords.HashAsync(person.User, password!));
        if (!kept.IsGranted || !wasMember) return kept;

        foreach (var other in presence.SessionsOf(person).Where(other => other != session)) await sessions.LeaveAsync(other);
        return kept;
    }

    /// <summary>Makes an admin: of a member, or of a new one with this password. For the operator alone.</summary>
    /// <returns>The user, and whether the account was made just now.</returns>
    public async ValueTask<Answer<(UserRecord User, bool IsNew)>> MakeAdminAsync(string? wanted, string password)
    {
        if (!UserName.TryParse(wanted, out var name)) return Refusal.InvalidName;

        var person = presence.Find(name);
        if (person is { User.Role: not Role.Guest })
        {
            var raised = await SaveAsync(person, Role.Admin, person.User.PasswordHash!);
            return raised.IsGranted ? (raised.Value, false) : raised.Refusal;
        }
        if (person is not null) await sessions.EndAllAsync(person);

        var user = new UserRecord(ids.Next(), name);
        var made = await SaveAsync(state.Meet(user), Role.Admin, await passwords.HashAsync(user, password));
        return made.IsGranted ? (made.Value, true) : made.Refusal;
    }

    private async ValueTask<Answer<Session>> EnterAsMemberAsync(Person member, string? password, string token)
    {
        if (password is null) return Refusal.NameTaken(member.User.Name.Value);
        if (guesses.TryTake(member.User.Name.Key) is { } pause) return Refusal.TooFast(pause);
        if (password.Length > Limits.LongestPassword || !await passwords.IsRightAsync(member.User, password)) return Refusal.WrongPassword;

        return await sessions.EnterAgainAsync(member, token);
    }

    private async ValueTask<Answer<Session>> EnterAsNewMemberAsync(UserName name, string? password, string token)
    {
        if (Passwords.Judge(password) is { } refusal) return refusal;

        var entered = await sessions.EnterAsGuestAsync(name, token);
        if (!entered.IsGranted) return entered;

        var kept = await SaveAsync(entered.Value.Person, Role.Member, await passwords.HashAsync(entered.Value.Person.User, password!));
        return kept.IsGranted ? entered : kept.Refusal;
    }

    private async ValueTask<Answer<UserRecord>> SaveAsync(Person person, Role role, string passwordHash)
    {
        var user = person.User with { Role = role, PasswordHash = passwordHash };
        var carriedOut = await log.CarryOutAsync(new ChangeUser(user));
        if (!carriedOut.IsGranted) return carriedOut.Refusal;
        if (carriedOut.Value is not Outcome.Done) return Refusal.NameTaken(user.Name.Value);

        person.User = user;
        presence.Keep(person);
        return user;
    }
}
