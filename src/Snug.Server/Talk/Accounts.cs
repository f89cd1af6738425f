using System.Net;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Who is let in over HTTP, and how a name is kept for good.</summary>
internal sealed class Accounts(
    ChatState state, Log log, Presence presence, Sessions sessions, Invites invites, Bans bans, AddressLimits addresses, Passwords passwords, UserIds ids, ChatRules rules, SharedLimits shared, TimeProvider time)
{
    private readonly Tries guesses = new(time, shared, "passwords", Limits.PasswordBurst, Limits.PasswordsPerSecond);
    private readonly Tries nameGuesses = new(time, shared, "guesses", Limits.NameGuessBurst, Limits.NameGuessesPerSecond);
    private readonly Tries changes = new(time, shared, "password-changes", Limits.PasswordChangeBurst, Limits.PasswordChangesPerSecond);

    /// <summary>Comes in: as a guest with a free name, or as a member with the password.</summary>
    /// <param name="wanted">The name, and what may be needed besides.</param>
    /// <param name="address">Where the asker is; null where that is not known.</param>
    /// <param name="token">The token that will stand for the session.</param>
    public async ValueTask<Answer<Session>> EnterAsync(EntryRequest wanted, IPAddress? address, string token)
    {
        if (!UserName.TryParse(wanted.Name, out var name)) return Refusal.InvalidName;
        if (bans.Has(name, address)) return Refusal.Banned;
        if (addresses.TryEnter(address) is { } pause) return Refusal.TooFast(pause);

        // The account may have been made, or its password set, by another server a moment ago: a guess costs too much to look at twice.
        if (wanted.Password is not null) await log.CatchUpAsync();
        if (presence.Find(name) is { User.Role: not Role.Guest } member) return await EnterAsMemberAsync(member, wanted.Password, address, token);
        if (rules.Access != Access.Open && !await invites.AreGoodAsync(wanted.Invite))
            return rules.Access == Access.Accounts && wanted.Invite is null ? Refusal.AccountNeeded : Refusal.InviteNeeded;
        // Looking for the invite took a moment.
        if (bans.Has(name, address)) return Refusal.Banned;
        if (rules.Access == Access.Accounts) return await EnterAsNewMemberAsync(name, wanted.Password, address, token);

        return wanted.Password is null ? await sessions.EnterAsGuestAsync(name, token) : Refusal.WrongPassword;
    }

    /// <summary>Keeps the asker's name for good, or gives it another password; other devices have to come in again then.</summary>
    public async ValueTask<Answer<UserRecord>> KeepNameAsync(Session session, string? password)
    {
        if (Passwords.Judge(password) is { } refusal) return refusal;
        var person = session.Person;
        if (changes.TryTake($"{person.Id}") is { } pause) return Refusal.TooFast(pause);

        var hash = await passwords.HashAsync(person.User, password!);
        if (!hash.IsGranted) return hash.Refusal;
        // That took a while: the session may have ended, and a guest's name may be somebody else's.
        if (!presence.TryReserve(session)) return Refusal.NoSession;

        var wasMember = person.User.Role != Role.Guest;
        var kept = await SaveAsync(person, wasMember ? person.User.Role : Role.Member, hash.Value);
        if (!kept.IsGranted || !wasMember) return kept;

        foreach (var other in presence.SessionsOf(person).Where(other => other != session)) await sessions.LeaveAsync(other);
        return kept;
    }

    /// <summary>Makes an admin: of a member, or of a new one with this password. For the operator alone.</summary>
    /// <returns>The user, and whether the account was made just now.</returns>
    public async ValueTask<Answer<(UserRecord User, bool IsNew)>> MakeAdminAsync(string? wanted, string password)
    {
        if (!UserName.TryParse(wanted, out var name)) return Refusal.InvalidName;

        var hash = await passwords.HashAsync(new UserRecord(0, name), password);
        if (!hash.IsGranted) return hash.Refusal;
        if (presence.Find(name) is { User: { Role: not Role.Guest } member } known)
        {
            var raised = await SaveAsync(known, Role.Admin, member.PasswordHash!);
            return raised.IsGranted ? (raised.Value, false) : raised.Refusal;
        }

        var person = state.Meet(new UserRecord(await ids.NextAsync(), name));
        if (!presence.TryReserve(person, out var evicted))
        {
            state.Forget(person);
            return Refusal.NameTaken(name.Value);
        }
        sessions.Forget(evicted);
        var made = await SaveAsync(person, Role.Admin, hash.Value);
        if (made.IsGranted) return (made.Value, true);
        state.Forget(person);
        return made.Refusal;
    }

    private async ValueTask<Answer<Session>> EnterAsMemberAsync(Person member, string? password, IPAddress? address, string token)
    {
        var user = member.User;
        if (password is null) return Refusal.NameTaken(user.Name.Value);
        // Taken before the password is looked at, and given back when it is right: many guesses at once are many guesses.
        var (here, anywhere) = (guesses.For($"{user.Name.Key} {AddressLimits.Subject(address)}"), nameGuesses.For(user.Name.Key));
        if ((here.TryTake() ?? anywhere.TryTake()) is { } pause) return Refusal.TooFast(pause);

        var isRight = await passwords.IsRightAsync(user, password);
        if (!isRight.IsGranted || isRight.Value)
        {
            here.GiveBack();
            anywhere.GiveBack();
        }
        if (!isRight.IsGranted) return isRight.Refusal;
        // That took a while: the password may be another now, or its owner banned.
        return isRight.Value
            ? await sessions.EnterAgainAsync(member, token, () => member.User.PasswordHash == user.PasswordHash && !bans.Has(user.Name, address))
            : Refusal.WrongPassword;
    }

    private async ValueTask<Answer<Session>> EnterAsNewMemberAsync(UserName name, string? password, IPAddress? address, string token)
    {
        if (Passwords.Judge(password) is { } refusal) return refusal;
        var hash = await passwords.HashAsync(new UserRecord(0, name), password!);
        if (!hash.IsGranted) return hash.Refusal;

        if (bans.Has(name, address)) return Refusal.Banned;

        var entered = await sessions.EnterAsGuestAsync(name, token);
        if (!entered.IsGranted) return entered;
        if (!presence.TryReserve(entered.Value)) return Refusal.NoSession;

        var kept = await SaveAsync(entered.Value.Person, Role.Member, hash.Value);
        if (kept.IsGranted) return entered;
        await sessions.LeaveAsync(entered.Value);
        return kept.Refusal;
    }

    // The name is reserved.
    private async ValueTask<Answer<UserRecord>> SaveAsync(Person person, Role role, string passwordHash)
    {
        var user = person.User with { Role = role, PasswordHash = passwordHash };
        var carriedOut = await log.CarryOutAsync(new ChangeUser(user));
        if (carriedOut.IsGranted && carriedOut.Value is Outcome.Done)
        {
            presence.Change(person, user);
            return user;
        }
        presence.Release(person);
        return carriedOut.Refusal ?? Refusal.NameTaken(user.Name.Value);
    }
}
