using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>
/// Who has which name, and who of them is here: whoever has a line connection, waits for news, or has asked for something
/// in the last ten seconds. A guest who is not here keeps the name only until somebody else wants it.
/// </summary>
internal sealed partial class Presence(TimeProvider time)
{
    private readonly Lock gate = new();
    // In the order of names: lists of people are asked for far more often than somebody comes.
    private readonly SortedDictionary<string, Holder> holders = new(StringComparer.Ordinal);
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
                if (holder.IsKept || holder.IsHere(time.GetTimestamp())) return null;
                evicted = holder.EndAll();
            }
            var session = enter();
            holders[name.Key] = new Holder(session.Person) { Sessions = { session } };
            names = null;
            return session;
        }
    }

    /// <summary>Adds a session of somebody who has the name already, if that is still right when nothing else can change.</summary>
    public bool TryAdd(Session session, Func<bool> isRight)
    {
        lock (gate)
        {
            if (!isRight()) return false;
            Hold(session.Person).Sessions.Add(session);
            names = null;
            return true;
        }
    }

    /// <summary>Keeps a name for a member, whether here or not.</summary>
    public void Keep(Person member)
    {
        lock (gate) Hold(member).IsKept = true;
    }

    /// <summary>Keeps the name of a session for its owner, who is about to become a member: from here on nobody else gets it.</summary>
    /// <returns>False when the session has ended or the name has gone to somebody else.</returns>
    public bool TryReserve(Session session)
    {
        lock (gate)
        {
            if (session.HasEnded || !holders.TryGetValue(session.Person.User.Name.Key, out var holder) || holder.Person != session.Person) return false;
            return holder.IsKept = true;
        }
    }

    /// <summary>Keeps a name for somebody new who is about to become a member, whether a guest has it or not.</summary>
    /// <param name="person">Who gets it.</param>
    /// <param name="evicted">The guest's sessions: they have ended.</param>
    /// <returns>False when a member has it.</returns>
    public bool TryReserve(Person person, out IReadOnlyList<Session> evicted)
    {
        lock (gate)
        {
            evicted = [];
            if (holders.TryGetValue(person.User.Name.Key, out var holder))
            {
                if (holder.IsKept) return false;
                evicted = holder.EndAll();
            }
            holders[person.User.Name.Key] = new Holder(person) { IsKept = true };
            names = null;
            return true;
        }
    }

    /// <summary>Takes back a reservation: its owner has not become a member.</summary>
    public void Release(Person person)
    {
        lock (gate)
        {
            if (person.User.Role != Role.Guest || !holders.TryGetValue(person.User.Name.Key, out var holder) || holder.Person != person) return;
            holder.IsKept = false;
            if (holder.Sessions.Count == 0) holders.Remove(person.User.Name.Key);
        }
    }

    /// <summary>Changes a user so that whoever comes in at this moment has come in before it or after it; from here on the name is kept.</summary>
    /// <returns>Sessions of a guest who had the name: they have ended.</returns>
    public IReadOnlyList<Session> Change(Person person, UserRecord changed)
    {
        lock (gate)
        {
            person.User = changed;
            names = null;
            if (HolderOf(person) is { } holder)
            {
                holder.IsKept = true;
                return [];
            }
            var evicted = holders.TryGetValue(changed.Name.Key, out var guest) ? guest.EndAll() : [];
            holders[changed.Name.Key] = new Holder(person) { IsKept = true };
            return evicted;
        }
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
            // By whichever server a guest was here: all sessions over HTTP are known to each, so without one nobody comes back.
            return holder is { IsKept: false, Sessions.Count: 0 } && holders.Remove(key);
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
            return [.. holders.Values.Select(holder => (holder.Person, holder.IsHere(now)))];
        }
    }

    /// <summary>The names of who is here, sorted without regard to case; the same list until somebody comes or goes.</summary>
    public IReadOnlyList<UserName> NamesHere()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (names is not null && now <= namesHoldUntil) return names;

            var here = holders.Values.Where(holder => holder.IsHere(now)).ToList();
            // A wait may end unseen, so a list is never trusted for long.
            namesHoldUntil = here.Select(holder => holder.HereUntil).Append(now + time.TimestampFrequency).Min();
            return names = [.. here.Select(holder => holder.Person.User.Name)];
        }
    }

    private Holder? HolderOf(Person person) =>
        holders.TryGetValue(person.User.Name.Key, out var holder) && holder.Person == person ? holder : null;

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

        /// <summary>The other servers by which this person is here.</summary>
        public HashSet<long> Elsewhere { get; } = [];

        /// <summary>Whether the name stays with this person, here or not.</summary>
        public bool IsKept { get; set; }

        public long HereUntil => Sessions.Count == 0 ? long.MinValue : Sessions.Max(session => session.HereUntil);

        public bool IsHere(long now) => Elsewhere.Count > 0 || HereUntil >= now;

        /// <summary>Whether nothing holds the name any more.</summary>
        public bool IsDone => !IsKept && Sessions.Count == 0 && Elsewhere.Count == 0;

        public IReadOnlyList<Session> EndAll()
        {
            foreach (var session in Sessions) session.End();
            return [.. Sessions];
        }
    }
}
