namespace Snug.Desktop.Model;

/// <summary>How well a name fits what is typed to find it.</summary>
internal static class Match
{
    /// <returns>0 where the name begins with it, 1 where a word of it does, 2 where it stands elsewhere, null where it does not.</returns>
    public static int? Rank(string name, string typed)
    {
        var at = name.IndexOf(typed, StringComparison.CurrentCultureIgnoreCase);
        if (at < 0) return null;
        if (at == 0) return 0;
        for (; at > 0; at = name.IndexOf(typed, at + 1, StringComparison.CurrentCultureIgnoreCase))
            if (!char.IsLetterOrDigit(name[at - 1])) return 1;
        return 2;
    }

    /// <summary>Those whose name fits, the best first; as they stood where they fit alike.</summary>
    public static IEnumerable<T> Matching<T>(this IEnumerable<T> all, string typed, Func<T, string> nameOf) => all
        .Select(one => (One: one, Rank: Rank(nameOf(one), typed)))
        .Where(found => found.Rank is not null)
        .OrderBy(found => found.Rank)
        .Select(found => found.One);
}
