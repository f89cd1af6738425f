using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Who asks: the session of the request's bearer token or cookie.</summary>
internal static class Asker
{
    public const string Cookie = "snug";

    private const string Bearer = "Bearer ";

    /// <summary>The session that a request belongs to; null when it belongs to none.</summary>
    public static Session? Find(HttpContext http, Sessions sessions)
    {
        var authorization = http.Request.Headers.Authorization;
        // Another scheme is a proxy's business.
        if (authorization.Count > 0 && authorization[0] is { } given && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return sessions.Find(given.AsSpan(Bearer.Length).Trim());
        return http.Request.Cookies.TryGetValue(Cookie, out var token) ? sessions.Find(token) : null;
    }

    /// <summary>The session, in a handler behind <see cref="RequireSession"/>.</summary>
    public static Session Session(this HttpContext http) => http.Features.Get<Session>() ?? throw new InvalidOperationException("the route does not require a session");

    /// <summary>Lets only requests with a session through; the others get 401.</summary>
    public static RouteGroupBuilder RequireSession(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            if (await http.RequestServices.GetRequiredService<Askers>().FindAsync(http) is not { } session) return http.Problem(Refusal.NoSession);
            http.Features.Set(session);
            return await next(call);
        });
        return group;
    }

    /// <summary>
    /// Works at a few requests of a session at a time; the others wait for their turn. Not for files: a slow one would
    /// keep its reader from talking, so those have turns of their own.
    /// </summary>
    public static RouteGroupBuilder TakeTurns(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (call, next) =>
        {
            var session = call.HttpContext.Session();
            if (!await session.TryBeginRequestAsync(call.HttpContext.ConnectionClosed())) return call.HttpContext.Problem(Refusal.NoSession);
            try
            {
                return await next(call);
            }
            finally
            {
                session.EndRequest();
            }
        });
        return group;
    }

    public static void SetCookie(HttpContext http, string token) =>
        http.Response.Cookies.Append(Cookie, token, Options(http, Limits.MemberSession));

    public static void ClearCookie(HttpContext http) => http.Response.Cookies.Append(Cookie, "", Options(http, TimeSpan.Zero));

    private static CookieOptions Options(HttpContext http, TimeSpan age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = age,
    };
}
