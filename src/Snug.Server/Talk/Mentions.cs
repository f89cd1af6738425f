using System.Text.RegularExpressions;
using Snug.Protocol;
using Snug.Server.Events;

namespace Snug.Server.Talk;

/// <summary>Who is called by name in a text: <c>@cindy</c>.</summary>
internal static partial class Mentions
{
    /// <returns>The ids of those named who may see the room, without the author.</returns>
    public static IReadOnlyList<long> Find(string text, Person author, Room room, Presence presence)
    {
        if (!text.Contains('@', StringComparison.Ordinal)) return [];

        var named = new HashSet<long>();
        foreach (Match call in Call().Matches(text).Take(Limits.Mentions))
            if (FindPerson(call.Groups[1].Value, presence) is { } person && person != author && person.MaySee(room)) named.Add(person.Id);
        return [.. named];
    }

    // A sentence may end behind a name: "ask @cindy."
    private static Person? FindPerson(string called, Presence presence) =>
        (UserName.TryParse(called, out var name) ? presence.Find(name) : null)
        ?? (called.TrimEnd('.', '-') is var shorter && shorter != called && UserName.TryParse(shorter, out name) ? presence.Find(name) : null);

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])@([\p{L}\p{Nd}][\p{L}\p{Nd}_.-]{0,31})")]
    private static partial Regex Call();
}
