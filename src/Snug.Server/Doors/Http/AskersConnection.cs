using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Snug.Server.Doors.Http;

/// <summary>What a request came by.</summary>
internal static class AskersConnection
{
    /// <summary>
    /// Cancelled when the asker has gone, as <see cref="HttpContext.RequestAborted"/> is. A connection has one for all its requests: another for
    /// each of them would be a tenth of what a wait for news takes.
    /// </summary>
    public static CancellationToken ConnectionClosed(this HttpContext http) => http.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed;
}
