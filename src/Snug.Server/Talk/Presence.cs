using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>
/// Who has which name, and who of them is here: whoever has a line connection, waits for news, or has asked for something
/// in the last ten seconds. A guest who is not here keeps the name only until somebody else wants it.
/// </summary>
internal sealed class Presence(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Holder> holders = new(StringComparer.Ordinal);
    private IReadOnlyList<UserName>? names;
    private long namesHoldUntil;

    /// <summary>Gives a name to somebody new.</summary>
    /// <param name="name">The name.</param>
    /// <param name="enter">Makes the first session; called only when the name is free.</param>
    /// <param name="evicted">Sessions of a guest who had the name and has been silent: they have ended.</param>
    /// <returns>Null when the name is taken.</returns>
    public Session? TryClaim(UserName name, Func<Session> enter, out IReadOnlyList<Session> evicted)
    {
        lock (gate)
        {
            evicted = [];
            if (holders.TryGetValue(name.Key, out var holder))
            {
                if (holder.Person.User.Role != Role.Guest || holder.IsHere(time.GetTimestamp())) return null;
                evicted = [.. holder.Sessions];
                foreach (var silent in evicted) silent.End();
            }
            var session = enter();
            holders[name.Key] = new Holder(session.Person) { Sessions = { session } };
            names = null;
            return session;
        }
    }

    /// <summary>Adds a session of somebody who has the name already.</summary>
    public void Add(Session session)
    {
        lock (gate)
        {
            Hold(session.Person).Sessions.Add(session);
            names = null;
        }
    }

    /// <summary>Keeps a name for a member, whether here or not.</summary>
    public void Keep(Person member)
    {
        lock (gate) Hold(member);
    }

    /// <summary>Ends a session.</summary>
    /// <returns>Whether that was a guest's last, whose name is free now.</returns>
    public bool Remove(Session session)
    {
        lock (gate)
        {
            session.End();
            names = null;
            var key = session.Person.User.Name.Key;
            if (!holders.TryGetValue(key, out var holder) || holder.Person != session.Person) return false;

            holder.Sessions.Remove(session);
            return holder.Sessions.Count == 0 && session.Person.User.Role == Role.Guest && holders.Remove(key);
        }
    }

    /// <summary>Somebody came back, or kept the name for good: the list of who is here has changed.</summary>
    public void Changed()
    {
        lock (gate) names = null;
    }

    public Person? Find(UserName name)
    {
        lock (gate) return holders.TryGetValue(name.Key, out var holder) ? holder.Person : null;
    }

    /// <summary>A user's sessions.</summary>
    public IReadOnlyList<Session> SessionsOf(Person person)
    {
        lock (gate) return holders.TryGetValue(person.User.Name.Key, out var holder) && holder.Person == person ? [.. holder.Sessions] : [];
    }

    /// <summary>Everyone who has a name, sorted by it, and whether they are here.</summary>
    public IReadOnlyList<(Person Person, bool IsHere)> Everyone()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            return [.. holders.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => (known.Value.Person, known.Value.IsHere(now)))];
        }
    }

    /// <summary>The names of who is here, sorted without regard to case; the same list until somebody comes or goes.</summary>
    public IReadOnlyList<UserName> NamesHere()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (names is not null && now <= namesHoldUntil) return names;

            var here = holders.Where(known => known.Value.IsHere(now)).ToList();
            // A wait may end unseen, so a list is never trusted for long.
            namesHoldUntil = here.Select(known => known.Value.HereUntil).Append(now + time.TimestampFrequency).Min();
            return names = [.. here.OrderBy(known => known.Key, StringComparer.Ordinal).Select(known => known.Value.Person.User.Name)];
        }
    }

    private Holder Hold(Person person)
    {
        var key = person.User.Name.Key;
        if (!holders.TryGetValue(key, out var holder)) holders[key] = holder = new Holder(person);
        return holder;
    }

    private sealed class Holder(Person person)
    {
        public Person Person => person;

        public List<Session> Sessions { get; } = [];

        public long HereUntil => Sessions.Count == 0 ? long.MinValue : Sessions.Max(session => session.HereUntil);

        public bool IsHere(long now) => HereUntil >= now;
    }
}
