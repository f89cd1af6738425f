namespace Snug.Server.Doors.Http;

/// <summary>
/// Another site's page can have a visitor's browser send requests here, cookie and all. Browsers say where a request comes
/// from, so what changes something is refused unless it comes from our own page, or from no page at all.
/// </summary>
internal static class CrossSite
{
    public static bool IsForbidden(HttpRequest request)
    {
        if (ChangesNothing(request.Method) || HasBearerAlone(request.Headers)) return false;

        // Browsers send it wherever the page came by HTTPS or from this machine, and no page can forge it.
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0) return site != "same-origin" && site != "none";

        var origin = request.Headers.Origin;
        return origin.Count > 0 && !IsOwn(origin.ToString(), request.Host);
    }

    // A method that is not known here counts as one that changes something.
    private static bool ChangesNothing(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A browser adds cookies by itself, but never a token: whoever sends one alone knows it.
    private static bool HasBearerAlone(IHeaderDictionary headers) =>
        headers.Cookie.Count == 0 && headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    // The scheme is not compared: a proxy that speaks HTTPS for us need not have told us so.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (from.Scheme == Uri.UriSchemeHttp || from.Scheme == Uri.UriSchemeHttps)
        && Uri.TryCreate($"{from.Scheme}://{host}", UriKind.Absolute, out var own)
        && string.Equals(from.Authority, own.Authority, StringComparison.OrdinalIgnoreCase);
}
