using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Messages: saying, reading, and what may be done to them.</summary>
internal static class MessageEndpoints
{
    private const int CommonPage = 50;

    public static void MapMessages(this RouteGroupBuilder api)
    {
        api.MapPost("/rooms/{id:long}/messages", PostAsync);
        api.MapGet("/rooms/{id:long}/messages", HistoryAsync);
        api.MapPatch("/messages/{id:long}", EditAsync);
        api.MapDelete("/messages/{id:long}", DeleteAsync);
        api.MapPut("/messages/{id:long}/reactions/{emoji}", ReactAsync);
        api.MapDelete("/messages/{id:long}/reactions/{emoji}", UnreactAsync);
    }

    /// <summary>Where a message is found.</summary>
    public static string AddressOf(MessageRecord message) => string.Create(CultureInfo.InvariantCulture, $"/api/messages/{message.Id}");

    private static async Task<Results<Created<MessageRecord>, Ok<MessageRecord>, ProblemHttpResult>> PostAsync(
        HttpContext http, long id, Draft draft, Messages messages)
    {
        var posted = await messages.PostAsync(http.Session(), id, draft);
        if (!posted.IsGranted) return http.Problem(posted.Refusal);
        return posted.Value.IsNew
            ? TypedResults.Created(AddressOf(posted.Value.Message), posted.Value.Message)
            : TypedResults.Ok(posted.Value.Message);
    }

    private static async Task<Results<Ok<MessagePage>, ProblemHttpResult>> HistoryAsync(
        HttpContext http, long id, Messages messages, long? before = null, long? after = null, int limit = CommonPage)
    {
        var found = await messages.HistoryAsync(http.Session(), id, new(before, after, limit));
        return found.IsGranted ? TypedResults.Ok(new MessagePage(found.Value.Messages, found.Value.More)) : http.Problem(found.Refusal);
    }

    private static async Task<Results<Ok<MessageRecord>, ProblemHttpResult>> EditAsync(HttpContext http, long id, EditRequest wanted, Messages messages)
    {
        var edited = await messages.EditAsync(http.Session(), id, wanted.Text);
        return edited.IsGranted ? TypedResults.Ok(edited.Value) : http.Problem(edited.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(HttpContext http, long id, Messages messages) =>
        http.Done(await messages.DeleteAsync(http.Session(), id));

    private static async Task<Results<NoContent, ProblemHttpResult>> ReactAsync(HttpContext http, long id, string emoji, Messages messages) =>
        http.Done(await messages.ReactAsync(http.Session(), id, emoji, added: true));

    private static async Task<Results<NoContent, ProblemHttpResult>> UnreactAsync(HttpContext http, long id, string emoji, Messages messages) =>
        http.Done(await messages.ReactAsync(http.Session(), id, emoji, added: false));
}

internal sealed record EditRequest(string? Text);

/// <param name="Messages">Oldest first.</param>
/// <param name="More">Whether there are others further back, or, where those after one were asked for, newer ones.</param>
internal sealed record MessagePage(IReadOnlyList<MessageRecord> Messages, bool More);
