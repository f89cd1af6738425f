using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Snug.Bench;

/// <summary>What a poll is compared with: an endpoint that only says 204, on the same Kestrel with the same settings.</summary>
internal static class Baseline
{
    public static async Task<int> RunAsync()
    {
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.Configure<SocketTransportOptions>(transport => transport.UnsafePreferInlineScheduling = true);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.UseRouting();
        app.MapGet("/api/events", () => TypedResults.NoContent());
        // As much of coming in as a client looks at.
        app.MapPost("/api/session", () => TypedResults.Text("""{"token":"t","next":"0"}""", "application/json", statusCode: 201));
        await app.StartAsync();
        Console.WriteLine($"  http     {app.Urls.First()}/");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
