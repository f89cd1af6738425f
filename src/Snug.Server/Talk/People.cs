using Snug.Server.Events;

namespace Snug.Server.Talk;

/// <summary>Lists of people, for who may see them.</summary>
internal sealed class People(ChatState state, Presence presence)
{
    /// <summary>Everyone who has a name, sorted by it, and whether they are here.</summary>
    public IReadOnlyList<(Person Person, bool IsHere)> Everyone() => presence.Everyone();

    /// <summary>Who is in a room; in the lobby everyone who is here.</summary>
    public Answer<IReadOnlyList<(Person Person, bool IsHere)>> UsersOf(Person asker, long roomId)
    {
        if (state.RoomFor(asker, roomId) is not { } room) return Refusal.NotFound;

        var everyone = presence.Everyone();
        if (room.IsLobby) return everyone.Where(one => one.IsHere).ToList();

        var here = everyone.Where(one => one.IsHere).Select(one => one.Person).ToHashSet();
        return room.Members.OrderBy(person => person.User.Name.Key, StringComparer.Ordinal).Select(person => (person, here.Contains(person))).ToList();
    }
}
