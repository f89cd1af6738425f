using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Events;

namespace Snug.Server.Doors.Http;

/// <summary><c>GET /healthz</c>: 200 when messages can be stored, otherwise 503.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/healthz", Check);

    private static async Task<Results<Ok, StatusCodeHttpResult>> Check(Log log) =>
        await log.CanWriteAsync() ? TypedResults.Ok() : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
