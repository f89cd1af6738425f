using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary><c>GET /api/search?q=…</c>.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this RouteGroupBuilder api) => api.MapGet("/search", FindAsync);

    private static async Task<Results<Ok<SearchPage>, ProblemHttpResult>> FindAsync(
        HttpContext http, Search search, string? q = null, long? room = null, long? before = null)
    {
        var found = await search.FindAsync(http.Session(), q, room, before, http.RequestAborted);
        return found.IsGranted ? TypedResults.Ok(new SearchPage(found.Value.Messages, found.Value.Next is not null, found.Value.Next)) : http.Problem(found.Refusal);
    }
}

/// <param name="Messages">Newest first; may be fewer than a page, even none, where there is more.</param>
/// <param name="More">Whether there may be others further back.</param>
/// <param name="Next">The <c>before</c> to find those with.</param>
internal sealed record SearchPage(IReadOnlyList<MessageRecord> Messages, bool More, long? Next = null);
