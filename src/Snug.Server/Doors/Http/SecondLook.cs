using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Events;

namespace Snug.Server.Doors.Http;

/// <summary>
/// Where several servers are one chat, what somebody has just done by another one may not have come here yet: before a request is
/// refused for want of it, what the others wrote is taken in, and the request is looked at once more.
/// </summary>
internal sealed class SecondLook(Log log, ChatState state)
{
    /// <summary>What is known when a request is first looked at, for <see cref="IsWorthwhileAsync"/>.</summary>
    public long Known => state.Known;

    /// <summary>Whether to look once more at a request that would be refused. Takes in what the others wrote before it says so.</summary>
    /// <param name="status">What it would be answered with.</param>
    /// <param name="known">What was <see cref="Known"/> before the first look.</param>
    /// <exception cref="Store.StoreException">What the others wrote cannot be read now.</exception>
    public async ValueTask<bool> IsWorthwhileAsync(int status, long known)
    {
        if (log.Server == 0 || !MayBeForWantOfNews(status)) return false;

        await log.CatchUpAsync();
        return state.Known > known;
    }

    private static bool MayBeForWantOfNews(int status) => status is
        StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status409Conflict;
}

/// <summary>The second look, for every handler of a group.</summary>
internal static class SecondLookFilter
{
    public static RouteGroupBuilder LookTwice(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (call, next) =>
        {
            var second = call.HttpContext.RequestServices.GetRequiredService<SecondLook>();
            var known = second.Known;
            var answer = await next(call);
            return Refused(answer) is { } status && await second.IsWorthwhileAsync(status, known) ? await next(call) : answer;
        });
        return group;
    }

    private static int? Refused(object? answer) =>
        ((answer is INestedHttpResult { Result: var inner } ? inner : answer) as ProblemHttpResult)?.StatusCode;
}
