using Microsoft.AspNetCore.HttpOverrides;

namespace Snug.Server.Doors.Http;

internal static class ProxyHeaders
{
    /// <summary>
    /// Takes the word of these proxies on whom they speak for: what comes later finds the client's own address in
    /// <c>Connection.RemoteIpAddress</c> and its scheme in <c>Request.IsHttps</c>. Anyone else's word is ignored.
    /// </summary>
    public static void UseProxies(this IApplicationBuilder app, IReadOnlyList<System.Net.IPNetwork> trusted)
    {
        // With two empty lists the middleware would believe everyone.
        if (trusted.Count == 0) return;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // Back through as many proxies as are trusted, and no further: the first stranger is the client.
            ForwardLimit = null,
        };
        // Without the loopback networks that it brings: other programs of this machine are not its proxy.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
