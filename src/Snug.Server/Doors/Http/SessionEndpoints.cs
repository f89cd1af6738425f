using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Coming in, leaving, keeping a name.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this RouteGroupBuilder open, RouteGroupBuilder closed)
    {
        open.MapPost("/session", EnterAsync);
        closed.MapGet("/session", (HttpContext http, Cursors cursors, ChatRules rules) => Describe(http.Session(), null, cursors, rules));
        closed.MapDelete("/session", LeaveAsync);
        closed.MapPut("/account", KeepNameAsync);
    }

    private static async Task<Results<Created<SessionView>, ProblemHttpResult>> EnterAsync(
        HttpContext http, EntryRequest wanted, Accounts accounts, Cursors cursors, ChatRules rules)
    {
        var token = Tokens.Create();
        var entered = await accounts.EnterAsync(wanted, http.Connection.RemoteIpAddress, token);
        if (!entered.IsGranted) return http.Problem(entered.Refusal);

        Asker.SetCookie(http, token);
        return TypedResults.Created("/api/session", Describe(entered.Value, token, cursors, rules));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(HttpContext http, Sessions sessions)
    {
        Asker.ClearCookie(http);
        return await sessions.LeaveAsync(http.Session()) is { } refusal ? http.Problem(refusal) : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<UserView>, ProblemHttpResult>> KeepNameAsync(HttpContext http, AccountRequest wanted, Accounts accounts)
    {
        var kept = await accounts.KeepNameAsync(http.Session(), wanted.Password);
        return kept.IsGranted ? TypedResults.Ok(UserView.Of(kept.Value)) : http.Problem(kept.Refusal);
    }

    private static SessionView Describe(Session session, string? token, Cursors cursors, ChatRules rules) =>
        new(UserView.Of(session.Person.User), cursors.Write(session.Cursor), new(rules.MessageLimit, Limits.UploadBytes), token);
}

internal sealed record AccountRequest(string? Password);

/// <param name="Next">The cursor to read events from.</param>
/// <param name="Token">For <c>Authorization: Bearer</c>; told only once.</param>
internal sealed record SessionView(UserView User, string Next, LimitsView Limits, [property: JsonPropertyOrder(-1)] string? Token = null);

internal sealed record UserView(long Id, string Name, Role Role, bool? Here = null)
{
    public static UserView Of(UserRecord user) => new(user.Id, user.Name.Value, user.Role);
}

/// <param name="MessageLength">The most code points of a message.</param>
/// <param name="UploadBytes">The most bytes of a file.</param>
internal sealed record LimitsView(int MessageLength, long UploadBytes);
