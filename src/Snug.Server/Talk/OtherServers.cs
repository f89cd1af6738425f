using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>
/// Takes into memory what other servers of the chat have changed, and what all of them agreed on, in the order of the log. Runs
/// on the log's writer; where one server is alone nothing is ever heard.
/// </summary>
internal sealed class OtherServers
{
    private readonly ChatState state;
    private readonly Presence presence;
    private readonly Sessions sessions;
    private readonly Bans bans;
    private readonly SharedLimits limits;
    private readonly PresenceTeller teller;

    public OtherServers(ChatState state, Log log, Presence presence, Sessions sessions, Bans bans, SharedLimits limits, PresenceTeller teller)
    {
        (this.state, this.presence, this.sessions, this.bans, this.limits, this.teller) = (state, presence, sessions, bans, limits, teller);
        log.Heard += Hear;
    }

    /// <summary>Takes up who was here by other servers before this one started.</summary>
    public void Restore(World world)
    {
        foreach (var user in world.Named)
            if (state.FindPerson(user) is { } named) presence.Claim(named, server: null);
        foreach (var (server, user) in world.Here)
            if (state.FindPerson(user) is { } here) presence.Show(here, server, isHere: true);
    }

    private void Hear(SharedChange change, bool isOwn)
    {
        switch (change)
        {
            case OpenSession opened:
                sessions.HearOpened(opened);
                break;
            case CloseSession closed:
                sessions.HearClosed(closed.TokenHash);
                break;
            case SaveSessions saved:
                foreach (var session in saved.Sessions) sessions.HearSaved(session);
                break;
            case ChangeUser { User: var user }:
                sessions.Forget(presence.Change(state.FindPerson(user.Id) ?? state.Meet(user), user));
                break;
            case AddBan { Subject: var subject }:
                bans.Hear(subject, isBanned: true);
                if (!isOwn) _ = sessions.EndBannedAsync(subject).AsTask();
                break;
            case RemoveBan { Subject: var subject }:
                bans.Hear(subject, isBanned: false);
                break;
            case ClaimName claimed:
                Hear(claimed, isOwn);
                break;
            case ReleaseName { User.Id: var user } when state.FindPerson(user) is { } gone:
                presence.Drop(gone);
                sessions.ForgetIfNowhere(gone);
                break;
            case ShowPresence shown when !isOwn:
                Hear(shown);
                break;
            case BuryServer { Server: var server }:
                foreach (var gone in presence.Bury(server)) sessions.ForgetIfNowhere(gone);
                break;
            case CountTries counted when !isOwn:
                limits.Hear(counted.Tries);
                break;
        }
    }

    private void Hear(ClaimName claimed, bool isOwn)
    {
        if (isOwn) teller.Told(claimed.User.Id);
        var evicted = presence.Claim(state.Meet(claimed.User), isOwn ? null : claimed.Server);
        // The server that gave the name away sees to it that the one before leaves its rooms.
        if (isOwn) sessions.Forget(evicted);
    }

    private void Hear(ShowPresence shown)
    {
        foreach (var user in shown.Came)
            if (state.FindPerson(user) is { } came) presence.Show(came, shown.Server, isHere: true);
        foreach (var user in shown.Went)
            if (state.FindPerson(user) is { } went) presence.Show(went, shown.Server, isHere: false);
    }
}
