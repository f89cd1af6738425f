using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Snug.Server.Tls;

internal static class TlsListening
{
    /// <summary>Has a door of Kestrel speak TLS alone; without a certificate it stays as it is.</summary>
    /// <param name="door">The door.</param>
    /// <param name="certificate">What it shows.</param>
    /// <param name="speaks">What a client may ask for by name (ALPN).</param>
    public static ListenOptions UseTls(this ListenOptions door, ServerCertificate? certificate, params SslApplicationProtocol[] speaks)
    {
        if (certificate is null) return door;

        return door.UseHttps(new TlsHandshakeCallbackOptions
        {
            // Asked at each handshake, so that a renewed certificate needs no restart.
            OnConnection = _ => new(Handshake(certificate, speaks)),
            HandshakeTimeout = Limits.Handshake,
        });
    }

    /// <summary>What one handshake is made with. Made anew each time, for Kestrel adds to it.</summary>
    public static SslServerAuthenticationOptions Handshake(ServerCertificate certificate, params SslApplicationProtocol[] speaks) => new()
    {
        ServerCertificateContext = certificate.Context,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        ApplicationProtocols = [.. speaks],
        // A peer that asks for ever new handshakes would cost much more than it pays.
        AllowRenegotiation = false,
    };
}
