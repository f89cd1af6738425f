using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Events;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Who is in the chat, and who may not be.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this RouteGroupBuilder api)
    {
        api.MapGet("/users", (People people) => TypedResults.Ok(UserList.Of(people.Everyone())));
        api.MapPost("/invites", InviteAsync);
        api.MapGet("/bans", ListBans);
        api.MapPost("/bans", BanAsync);
        api.MapDelete("/bans/{subject}", UnbanAsync);
    }

    private static async Task<Results<Created<InviteView>, ProblemHttpResult>> InviteAsync(HttpContext http, NewInvite wanted, Invites invites)
    {
        var made = await invites.CreateAsync(http.Session(), wanted.Hours ?? 24);
        if (!made.IsGranted) return http.Problem(made.Refusal);

        var (code, expires) = made.Value;
        var url = $"{http.Request.Scheme}://{http.Request.Host}/?invite={code}";
        return TypedResults.Created(url, new InviteView(code, url, expires));
    }

    private static Results<Ok<BanList>, ProblemHttpResult> ListBans(HttpContext http, Moderation moderation)
    {
        var bans = moderation.ListBans(http.Session());
        return bans.IsGranted ? TypedResults.Ok(new BanList(bans.Value)) : http.Problem(bans.Refusal);
    }

    private static async Task<Results<Created<BanView>, ProblemHttpResult>> BanAsync(HttpContext http, BanRequest wanted, Moderation moderation)
    {
        var banned = await moderation.BanAsync(http.Session(), wanted.Name, wanted.Address);
        return banned.IsGranted
            ? TypedResults.Created($"/api/bans/{Uri.EscapeDataString(banned.Value)}", new BanView(banned.Value))
            : http.Problem(banned.Refusal);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UnbanAsync(HttpContext http, string subject, Moderation moderation) =>
        http.Done(await moderation.UnbanAsync(http.Session(), subject));
}

/// <param name="Hours">How long it is good: 24 if left out, at most 720.</param>
internal sealed record NewInvite(int? Hours = null);

internal sealed record InviteView(string Code, string Url, DateTime ExpiresAt);

internal sealed record BanRequest(string? Name = null, string? Address = null);

internal sealed record BanView(string Subject);

internal sealed record BanList(IReadOnlyList<string> Bans);

internal sealed record UserList(IReadOnlyList<UserView> Users)
{
    public static UserList Of(IEnumerable<(Person Person, bool IsHere)> people) =>
        new([.. people.Select(one => UserView.Of(one.Person.User) with { Here = one.IsHere })]);
}
