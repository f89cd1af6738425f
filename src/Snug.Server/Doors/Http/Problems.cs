using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>The one place where a refusal becomes <c>application/problem+json</c> (RFC 9457).</summary>
internal static class Problems
{
    /// <summary>What a handler answers instead of what was asked for.</summary>
    public static ProblemHttpResult Problem(this HttpContext http, Refusal refusal)
    {
        if (refusal.RetryAfter is { } pause)
            http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(ToDetails(refusal));
    }

    /// <summary>204, or why not.</summary>
    public static Results<NoContent, ProblemHttpResult> Done(this HttpContext http, Refusal? refusal) =>
        refusal is null ? TypedResults.NoContent() : http.Problem(refusal);

    /// <summary>Answers with a refusal where no handler does.</summary>
    public static Task WriteAsync(HttpContext http, Refusal refusal) => http.Problem(refusal).ExecuteAsync(http);

    public static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.WrongMethod => StatusCodes.Status405MethodNotAllowed,
        RefusalKind.NoSession => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Missing => StatusCodes.Status404NotFound,
        RefusalKind.Taken => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.TooFast => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static ProblemDetails ToDetails(Refusal refusal) => new()
    {
        Title = refusal.Code.Replace('-', ' '),
        Status = Status(refusal.Kind),
        Detail = refusal.Reason,
        Extensions = { ["code"] = refusal.Code },
    };
}
