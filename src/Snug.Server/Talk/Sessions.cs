using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Coming in and leaving, by either door.</summary>
internal sealed partial class Sessions(ChatState state, Log log, Presence presence, UserIds ids, SharedLimits shared, TimeProvider time, ChatRules rules)
{
    private const string Posts = "posts";

    private readonly ConcurrentDictionary<UInt128, Session> byToken = new();

    public IEnumerable<Session> All => byToken.Values;

    /// <summary>Takes up the sessions and names that were granted before the server started.</summary>
    public void Restore(World world)
    {
        shared.Add(Posts, (subject, count) => Find(UInt128.Parse(subject, CultureInfo.InvariantCulture))?.Charge(count));
        // Members first: whatever a killed server left, their names are theirs.
        foreach (var user in world.Users.Where(user => user.Role != Role.Guest)) presence.Keep(state.FindPerson(user.Id)!);
        // The newest first: a server that was killed may leave the session of a guest whose name somebody else has taken since.
        foreach (var kept in world.Sessions.OrderByDescending(session => session.User))
        {
            if (state.FindPerson(kept.User) is not { } person || presence.Find(person.User.Name) is { } holder && holder != person) continue;
            TakeUp(person, kept.TokenHash, kept.Cursor, kept.SeenAt);
        }
    }

    /// <summary>Comes in by the line door: the session's buffer begins now.</summary>
    public async ValueTask<Answer<Session>> EnterByLineAsync(string? name)
    {
        if (!UserName.TryParse(name, out var parsed)) return Refusal.InvalidName;
        if (rules.Access != Access.Open) return Refusal.AccountNeeded;

        return await EnterAsAsync(parsed, person => new Session(person, null, state.Head, time));
    }

    /// <summary>Comes in over HTTP with a free name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="token">The token that will stand for the session.</param>
    public async ValueTask<Answer<Session>> EnterAsGuestAsync(UserName name, string token)
    {
        var hash = Tokens.Hash(token);
        var entered = await EnterAsAsync(name, person => Make(person, hash, state.Head));
        return entered.IsGranted ? await KeepAsync(entered.Value) : entered;
    }

    /// <summary>Comes in over HTTP once more: a member on one more device.</summary>
    /// <param name="member">Who.</param>
    /// <param name="token">The token that will stand for the session.</param>
    /// <param name="isRight">Whether what let them in is still so, at the moment that counts.</param>
    public async ValueTask<Answer<Session>> EnterAgainAsync(Person member, string token, Func<bool> isRight)
    {
        var known = presence.SessionsOf(member);
        if (known.Count >= Limits.SessionsPerUser) await LeaveAsync(known[0]);

        var session = Make(member, Tokens.Hash(token), state.Head);
        return presence.TryAdd(session, isRight) ? await KeepAsync(session) : Refusal.WrongPassword;
    }

    /// <summary>The session of a token, which counts as heard of now; null when there is none.</summary>
    public Session? Find(ReadOnlySpan<char> token)
    {
        if (!byToken.TryGetValue(Tokens.Key(token), out var session) || session.HasEnded) return null;
        if (session.Touch()) presence.Changed();
        return session;
    }

    /// <summary>A line client is gone: its name is free.</summary>
    public void LeaveByLine(Session session)
    {
        if (presence.Remove(session)) _ = ForgetAsync(session.Person).AsTask();
    }

    /// <summary>Leaves: a guest's name is free, and it is in no room any more.</summary>
    public ValueTask<Refusal?> LeaveAsync(Session session) => CloseAsync(session, presence.Remove(session));

    /// <summary>Forgets sessions that have ended because their guest's name has gone to somebody else.</summary>
    public void Forget(IReadOnlyList<Session> evicted)
    {
        foreach (var session in evicted) _ = session.TokenHash is null ? ForgetAsync(session.Person).AsTask() : CloseAsync(session, isGone: true).AsTask();
    }

    /// <summary>Ends every session that was last heard of from an address.</summary>
    public async ValueTask EndAllAsync(IPAddress address)
    {
        foreach (var session in presence.Everyone().SelectMany(one => presence.SessionsOf(one.Person)).Where(session => session.Address is { } known && Bans.OfAddress(known) == Bans.OfAddress(address)))
            await EndAsync(session);
    }

    /// <summary>Answers every wait: the server is stopping.</summary>
    public void EndWaits()
    {
        foreach (var session in All) session.EndWait();
    }

    /// <summary>Ends every session of a user.</summary>
    public async ValueTask EndAllAsync(Person person)
    {
        foreach (var session in presence.SessionsOf(person)) await EndAsync(session);
    }

    private async ValueTask EndAsync(Session session)
    {
        if (session.TokenHash is null) LeaveByLine(session);
        else await LeaveAsync(session);
    }

    private async ValueTask<Answer<Session>> EnterAsAsync(UserName name, Func<Person, Session> enter)
    {
        var user = new UserRecord(await ids.NextAsync(), name);
        if (log.Server != 0) return await EnterAmongServersAsync(user, enter);

        var entered = presence.TryClaim(name, () => enter(state.Meet(user)), out var evicted);
        Forget(evicted);
        return entered is null ? Refusal.NameTaken(name.Value) : entered;
    }

    private Session Make(Person person, byte[] tokenHash, long cursor)
    {
        var subject = Tokens.Key(tokenHash).ToString(CultureInfo.InvariantCulture);
        return new(person, tokenHash, cursor, time, count => shared.Count(Posts, subject, count));
    }

    // A session that was granted before, or by another server: it has yet to be heard of here.
    private void TakeUp(Person person, byte[] tokenHash, long cursor, DateTime seenAt)
    {
        var session = Make(person, tokenHash, cursor).AsSilent(seenAt);
        presence.TryAdd(session, () => true);
        byToken[Tokens.Key(tokenHash)] = session;
    }

    private Session? Find(UInt128 key) => byToken.GetValueOrDefault(key);

    private async ValueTask<Answer<Session>> KeepAsync(Session session)
    {
        // Nobody knows the token yet; and what ends the session from now on finds it.
        byToken[Tokens.Key(session.TokenHash!)] = session;
        var stored = await log.EnsureAsync(new OpenSession(session.Person.User, session.TokenHash!, time.Now()));
        if (stored is { } refusal)
        {
            byToken.TryRemove(Tokens.Key(session.TokenHash!), out _);
            if (presence.Remove(session)) _ = ForgetAsync(session.Person).AsTask();
            return refusal;
        }
        // It may have been ended while it was stored: then it must not be found again.
        if (!session.HasEnded) return session;
        await LeaveAsync(session);
        return Refusal.NoSession;
    }

    private async ValueTask<Refusal?> CloseAsync(Session session, bool isGone)
    {
        byToken.TryRemove(Tokens.Key(session.TokenHash!), out _);
        var closed = await log.EnsureAsync(new CloseSession(session.TokenHash!));
        if (isGone) await ForgetAsync(session.Person);
        return closed;
    }

    // Nobody can come back as this guest. The rooms of two or three keep it, so that the others still see who it was.
    private async ValueTask ForgetAsync(Person guest)
    {
        foreach (var room in guest.Rooms.Where(room => !room.IsLobby && room.Record.Kind != RoomKind.Direct))
            await log.EnsureAsync(new LeaveRoom(guest.User, room.Id, time.Now()));
        ForgetIfNowhere(guest);
        if (log.Server != 0) await log.EnsureAsync(new ReleaseName(guest.User));
    }
}
