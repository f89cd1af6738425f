using System.Net;
using Snug.Server.Doors.Line;
using Snug.Server.Tls;

namespace Snug.Server.Serving;

/// <summary>Puts the line door together.</summary>
internal static class LineListening
{
    /// <summary>Opens it when the server starts, before the other one: who finds that the server is well can come in by both.</summary>
    public static void AddLineDoor(this IServiceCollection services, IPEndPoint wanted) => services
        .AddSingleton<LineDoor>()
        .AddSingleton(provider => new LineListener(
            wanted,
            provider.GetRequiredService<LineDoor>(),
            provider.GetService<ServerCertificate>() is { } certificate ? () => TlsListening.Handshake(certificate) : null,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LineListener>>()))
        .AddHostedService(provider => provider.GetRequiredService<LineListener>());
}
