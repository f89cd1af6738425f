using System.Text.RegularExpressions;

namespace Snug.Desktop.Text;

/// <summary>Finds who and what a text calls by name.</summary>
internal static partial class NameSplitter
{
    /// <summary>The server's limit for a room's name, in UTF-16 units.</summary>
    private const int LongestRoom = 64;

    /// <summary>The text in pieces; one piece where it calls nothing that is known.</summary>
    public static List<NamePiece> Split(string text, KnownNames names)
    {
        List<NamePiece> pieces = [];
        var done = 0;
        foreach (var (index, piece) in People(text, names).Concat(Rooms(text, names)).OrderBy(found => found.Index))
        {
            if (index < done) continue;
            if (index > done) pieces.Add(new NamePiece.Plain(text[done..index]));
            pieces.Add(piece);
            done = index + piece.Text.Length;
        }
        if (done < text.Length) pieces.Add(new NamePiece.Plain(text[done..]));
        return pieces;
    }

    private static IEnumerable<(int Index, NamePiece Piece)> People(string text, KnownNames names)
    {
        if (!text.Contains('@', StringComparison.Ordinal)) yield break;
        foreach (Match call in Call().Matches(text))
        {
            var name = call.Groups[1].Value;
            // A sentence may end behind a name.
            string[] written = [name, name.TrimEnd('.', '-')];
            if (written.FirstOrDefault(called => names.IsMe(called) || names.People.Contains(KnownNames.KeyOf(called))) is { } known)
                yield return (call.Index, new NamePiece.Person("@" + known, names.IsMe(known)));
        }
    }

    private static IEnumerable<(int Index, NamePiece Piece)> Rooms(string text, KnownNames names)
    {
        if (names.Rooms.Count == 0 || !text.Contains('#', StringComparison.Ordinal)) yield break;
        foreach (Match mark in RoomMark().Matches(text))
            if (RoomAt(text, mark.Index + 1, names.Rooms) is { } name)
                yield return (mark.Index, new NamePiece.Room("#" + name, names.Rooms[KnownNames.KeyOf(name)]));
    }

    // Names may have spaces: the longest one that is a room and ends where a word ends.
    private static string? RoomAt(string text, int start, IReadOnlyDictionary<string, long> rooms)
    {
        for (var end = Math.Min(text.Length, start + LongestRoom); end > start; end--)
        {
            if (end < text.Length && char.IsLetterOrDigit(text, end) && char.IsLetterOrDigit(text, end - 1)) continue;
            var name = text[start..end];
            if (rooms.ContainsKey(KnownNames.KeyOf(name))) return name;
        }
        return null;
    }

    // The same rule as the server's: a name after @, not within a word.
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])@([\p{L}\p{Nd}][\p{L}\p{Nd}_.-]{0,31})")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}#&/])#(?=[^\s#])")]
    private static partial Regex RoomMark();
}
