using Snug.Server.Events;
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
            var sessions = http.RequestServices.GetRequiredService<Sessions>();
            var session = Find(http, sessions);
            if (session is null)
            {
                // It may have been granted by another server a moment ago.
                await http.RequestServices.GetRequiredService<Log>().CatchUpAsync();
                session = Find(http, sessions);
            }
            if (session is null) return http.Problem(Refusal.NoSession);
            session.Address = http.Connection.RemoteIpAddress;
            session.AddressPosts = http.RequestServices.GetRequiredService<AddressLimits>().PostsOf(session.Address);
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
            await session.BeginRequestAsync(call.HttpContext.RequestAborted);
            try
            {
                // While it waited its name may have gone to somebody else, or its owner been banned.
                return session.HasEnded ? call.HttpContext.Problem(Refusal.NoSession) : await next(call);
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
