using Snug.Protocol;
using Snug.Server.Events;

namespace Snug.Server.Talk;

/// <summary>Who is called by name in a text: <c>@cindy</c>.</summary>
internal static class Mentions
{
    /// <returns>The ids of those named who may see the room, without the author.</returns>
    public static IReadOnlyList<long> Find(string text, Person author, Room room, Presence presence)
    {
        HashSet<long>? named = null;
        foreach (var (name, shorter) in Mention.In(text, Limits.Mentions))
            if ((FindPerson(name, presence) ?? FindPerson(shorter, presence)) is { } person && person != author && person.MaySee(room)) (named ??= []).Add(person.Id);
        return named is null ? [] : [.. named];
    }

    private static Person? FindPerson(string? called, Presence presence) => UserName.TryParse(called, out var name) ? presence.Find(name) : null;
}
