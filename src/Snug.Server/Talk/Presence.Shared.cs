using Snug.Protocol;
using Snug.Server.Events;

namespace Snug.Server.Talk;

/// <content>Names and people where several servers are one chat: who gets a name the log decides, and each server tells who is here by it.</content>
internal sealed partial class Presence
{
    /// <summary>Adds a session of somebody to whom the servers together have given the name.</summary>
    /// <returns>False when it has gone to somebody else since.</returns>
    public bool TryJoin(Session session)
    {
        lock (gate)
        {
            if (HolderOf(session.Person) is not { } holder) return false;
            holder.Sessions.Add(session);
            names = null;
            return true;
        }
    }

    /// <summary>Whether a name is somebody's who is here or keeps it.</summary>
    public bool IsTaken(UserName name)
    {
        lock (gate) return holders.TryGetValue(name.Key, out var holder) && (holder.IsKept || holder.IsHere(time.GetTimestamp()));
    }

    /// <summary>Gives a name to somebody, as all servers agreed.</summary>
    /// <param name="person">Who gets it.</param>
    /// <param name="server">The other server that they are here by; null when it is this one, or none.</param>
    /// <returns>Sessions of who had it before: they have ended.</returns>
    public IReadOnlyList<Session> Claim(Person person, long? server)
    {
        lock (gate)
        {
            names = null;
            if (HolderOf(person) is not null) return [];
            var evicted = holders.TryGetValue(person.User.Name.Key, out var before) ? before.EndAll() : [];
            var holder = holders[person.User.Name.Key] = new Holder(person);
            if (server is { } by) holder.Elsewhere.Add(by);
            return evicted;
        }
    }

    /// <summary>Somebody has come or gone by another server.</summary>
    public void Show(Person person, long server, bool isHere)
    {
        lock (gate)
        {
            names = null;
            if (isHere) Hold(person).Elsewhere.Add(server);
            else HolderOf(person)?.Elsewhere.Remove(server);
        }
    }

    /// <summary>By a server that has died nobody is here.</summary>
    /// <returns>Guests who were here by it alone and cannot come back: their names are free.</returns>
    public IReadOnlyList<Person> Bury(long server)
    {
        lock (gate)
        {
            names = null;
            var gone = holders.Values.Where(holder => holder.Elsewhere.Remove(server) && holder.IsDone).Select(holder => holder.Person).ToList();
            foreach (var person in gone) holders.Remove(person.User.Name.Key);
            return gone;
        }
    }

    /// <summary>A guest is gone.</summary>
    public void Drop(Person guest)
    {
        lock (gate)
        {
            if (HolderOf(guest) is not { IsKept: false } holder) return;
            holder.EndAll();
            holders.Remove(guest.User.Name.Key);
            names = null;
        }
    }

    /// <summary>The ids of who is here by this server.</summary>
    public HashSet<long> HereByThisServer()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            return [.. holders.Values.Where(holder => holder.HereUntil >= now).Select(holder => holder.Person.Id)];
        }
    }
}
