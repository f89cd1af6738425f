namespace Snug.Server.Store.Copying;

/// <summary>A content as the uploads of the chat know it.</summary>
/// <param name="Name">What one of those who sent it calls it.</param>
internal sealed record SourceContent(string Hash, string Name);

/// <summary>The contents that the uploads of a chat have, each once.</summary>
internal static class SourceContents
{
    public static long Count(IStore store) =>
        store.Read(connection => connection.Query("SELECT count(DISTINCT hash) FROM uploads", row => row.GetInt64(0), null)[0]);

    /// <summary>All of them in the order of their hashes, some at a time.</summary>
    public static IEnumerable<IReadOnlyList<SourceContent>> Pages(IStore store)
    {
        for (var after = ""; ;)
        {
            var page = store.Read(connection => connection.Query(
                "SELECT hash, min(name) FROM uploads WHERE hash > $1 GROUP BY hash ORDER BY hash LIMIT $2",
                row => new SourceContent(row.GetString(0), row.GetString(1)), null, after, Limits.CopiedContents));
            if (page.Count == 0) yield break;
            yield return page;
            after = page[^1].Hash;
        }
    }
}
