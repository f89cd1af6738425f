using System.Data.Common;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>The way through the messages that may contain a text, from the newest back: those that the index has not taken in yet, then its own.</summary>
internal sealed record SearchWalk(string Text, long? Room, long Before)
{
    // The first few are mostly enough; who looks at more will look at many.
    private const int FirstChunk = 100, LargestChunk = 2_000;

    public IEnumerable<SearchCandidate> Candidates(DbConnection log, SearchIndex index)
    {
        // What the index takes in meanwhile is looked at in the log.
        var upTo = index.UpTo;
        return SearchTerms.For(Text, Room) is { } terms
            ? InLog(log, upTo).Concat(InIndex(log, index, terms, upTo))
            : InLog(log, 0);
    }

    private IEnumerable<SearchCandidate> InLog(DbConnection log, long after)
    {
        var (before, chunk) = (Before, FirstChunk);
        while (SearchQueries.Between(log, Room, after, before, chunk) is { Count: > 0 } found)
        {
            foreach (var candidate in found) yield return candidate;
            before = found[^1].Id;
            chunk = Math.Min(chunk * 2, LargestChunk);
        }
    }

    private IEnumerable<SearchCandidate> InIndex(DbConnection log, SearchIndex index, SearchTerms terms, long upTo)
    {
        var edited = SearchQueries.EditedAfter(log, upTo);
        var (before, chunk) = (Math.Min(Before, upTo + 1), FirstChunk);
        while (before > 0)
        {
            var ids = index.Find(terms, before, chunk);
            var after = ids.Count == chunk ? ids[^1] - 1 : 0;
            foreach (var candidate in SearchQueries.OfIds(log, [.. ids.Concat(edited.Where(id => id > after && id < before)).Distinct()])) yield return candidate;
            before = after == 0 ? 0 : after + 1;
            chunk = Math.Min(chunk * 2, LargestChunk);
        }
    }
}
