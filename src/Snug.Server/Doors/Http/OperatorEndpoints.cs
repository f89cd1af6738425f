using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>
/// What only the operator may do, over a socket in the data folder that nobody else can open. The commands of
/// <c>./snug</c> use it, so that a running server knows at once.
/// </summary>
internal static class OperatorEndpoints
{
    /// <summary>The socket's name within the data folder.</summary>
    public const string Socket = "operator";

    public const string AdminPath = "/operator/admin", InvitePath = "/operator/invite";

    public static void MapOperator(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription();
        group.AddEndpointFilter(async (call, next) =>
            call.HttpContext.Features.Get<OperatorDoor>() is null ? call.HttpContext.Problem(Refusal.NotFound) : await next(call));
        group.MapPost(AdminPath, MakeAdminAsync);
        group.MapPost(InvitePath, InviteAsync);
    }

    private static async Task<Results<Ok<AdminView>, ProblemHttpResult>> MakeAdminAsync(HttpContext http, AdminRequest wanted, Accounts accounts)
    {
        var password = Tokens.Create()[..16];
        var made = await accounts.MakeAdminAsync(wanted.Name, password);
        return made.IsGranted ? TypedResults.Ok(new AdminView(made.Value.User.Name.Value, made.Value.IsNew ? password : null)) : http.Problem(made.Refusal);
    }

    private static async Task<Results<Ok<InviteView>, ProblemHttpResult>> InviteAsync(HttpContext http, NewInvite wanted, Invites invites)
    {
        var made = await invites.CreateAsync(by: 0, wanted.Hours ?? 24);
        if (!made.IsGranted) return http.Problem(made.Refusal);
        return TypedResults.Ok(new InviteView(made.Value.Code, $"/?invite={made.Value.Code}", made.Value.Expires));
    }
}

/// <summary>Marks a connection that came by the operator's socket.</summary>
internal sealed class OperatorDoor;

internal sealed record AdminRequest(string? Name);

/// <param name="Password">Of an account that was made just now; null for one that was there.</param>
internal sealed record AdminView(string Name, string? Password);
