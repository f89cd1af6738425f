using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <content>Sessions where several servers are one chat: each knows all of them.</content>
internal sealed partial class Sessions
{
    /// <summary>A session was opened, by whichever server.</summary>
    public void HearOpened(OpenSession opened)
    {
        if (Find(Tokens.Key(opened.TokenHash)) is null)
            TakeUp(state.FindPerson(opened.User.Id) ?? state.Meet(opened.User), opened.TokenHash, state.Head, opened.At);
    }

    /// <summary>A session has ended, by whichever server; the one that ended it sees to what follows.</summary>
    public void HearClosed(byte[] tokenHash)
    {
        if (byToken.TryRemove(Tokens.Key(tokenHash), out var session)) presence.Remove(session);
    }

    /// <summary>How far a session has read by another server.</summary>
    public void HearSaved(SessionRecord saved)
    {
        if (Find(Tokens.Key(saved.TokenHash)) is not { } session) return;
        session.Acknowledge(saved.Cursor);
        session.HearOf(saved.SeenAt);
    }

    /// <summary>Ends what somebody who was kept out has open here.</summary>
    public async ValueTask EndBannedAsync(string subject)
    {
        foreach (var (person, _) in presence.Everyone())
        foreach (var session in presence.SessionsOf(person))
            if (Bans.OfName(person.User.Name) == subject || (session.Address is { } address && Bans.OfAddress(address) == subject)) await EndAsync(session);
    }

    /// <summary>Takes a guest who is in no room out of memory.</summary>
    public void ForgetIfNowhere(Person guest)
    {
        if (guest.Rooms.All(room => room.IsLobby)) state.Forget(guest);
    }

    // Of all servers the log gives a name to one.
    private async ValueTask<Answer<Session>> EnterAmongServersAsync(UserRecord user, Func<Person, Session> enter)
    {
        // Whoever had the name may have left by another server a moment ago.
        if (presence.IsTaken(user.Name)) await log.CatchUpAsync();
        if (presence.IsTaken(user.Name)) return Refusal.NameTaken(user.Name.Value);

        var claimed = await log.CarryOutAsync(new ClaimName(log.Server, user));
        if (!claimed.IsGranted) return claimed.Refusal;
        if (claimed.Value is not Outcome.Done || state.FindPerson(user.Id) is not { } person) return Refusal.NameTaken(user.Name.Value);

        var session = enter(person);
        return presence.TryJoin(session) ? session : Refusal.NameTaken(user.Name.Value);
    }
}
