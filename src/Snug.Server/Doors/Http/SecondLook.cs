using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Events;

namespace Snug.Server.Doors.Http;

/// <summary>
/// Where several servers are one chat, what somebody has just done by another one may not have come here yet: before a request is
/// refused for want of it, what the others wrote is taken in, and the request is looked at once more.
/// </summary>
internal static class SecondLook
{
    public static RouteGroupBuilder LookTwice(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (call, next) =>
        {
            var services = call.HttpContext.RequestServices;
            var log = services.GetRequiredService<Log>();
            if (log.Server == 0) return await next(call);

            var state = services.GetRequiredService<ChatState>();
            var known = state.Known;
            var answer = await next(call);
            if (!IsRefused(answer)) return answer;

            await log.CatchUpAsync();
            return state.Known > known ? await next(call) : answer;
        });
        return group;
    }

    private static bool IsRefused(object? answer) =>
        (answer is INestedHttpResult { Result: var inner } ? inner : answer) is ProblemHttpResult
        {
            StatusCode: StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status409Conflict
        };
}
