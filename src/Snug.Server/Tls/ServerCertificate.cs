using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Snug.Server.Tls;

/// <summary>The certificate that both doors show. When its files are renewed, new connections get the new one.</summary>
internal sealed partial class ServerCertificate : IDisposable
{
    private readonly Func<CertificatePem> read;
    private readonly TimeProvider time;
    private readonly ILogger<ServerCertificate> logger;
    private readonly ITimer check;
    private readonly Lock checking = new();
    private volatile Shown shown;
    private string? complaint;

    /// <summary>Takes what <paramref name="read"/> finds now, and asks it again every so often.</summary>
    /// <exception cref="CertificateException">It cannot be used.</exception>
    public ServerCertificate(Func<CertificatePem> read, TimeProvider time, ILogger<ServerCertificate> logger)
    {
        this.read = read;
        this.time = time;
        this.logger = logger;
        shown = Show(read());
        check = time.CreateTimer(_ => Renew(), null, Limits.CertificateCheck, Limits.CertificateCheck);
    }

    /// <summary>What a new connection is shown.</summary>
    public SslStreamCertificateContext Context => shown.Context;

    /// <summary>By which a person recognises it, as browsers write it: <c>AB:CD:…</c>, SHA-256.</summary>
    public string Fingerprint => string.Join(':', shown.Certificate.GetCertHash(HashAlgorithmName.SHA256).Select(octet => octet.ToString("X2", null)));

    public DateTimeOffset Until => shown.Certificate.NotAfter;

    public void Dispose() => check.Dispose();

    private void Renew()
    {
        // A file system that hangs holds one check, and not one more each minute.
        if (!checking.TryEnter()) return;
        try
        {
            var pem = read();
            if (pem != shown.Pem)
            {
                // The former one is left to the garbage collector: handshakes may be using it.
                shown = Show(pem);
                LogRenewed(Until);
            }
            complaint = null;
        }
        catch (CertificateException broken)
        {
            if (broken.Message != complaint) LogBroken(complaint = broken.Message);
        }
        finally
        {
            checking.Exit();
        }
    }

    private Shown Show(CertificatePem pem)
    {
        var certificate = pem.ToCertificate();
        if (certificate.NotAfter <= time.GetUtcNow()) LogEnded(certificate.NotAfter);
        // Offline: the chain is what the file says, and nothing is fetched from anywhere.
        return new(pem, certificate, SslStreamCertificateContext.Create(certificate, pem.ToChain(), offline: true));
    }

    private sealed record Shown(CertificatePem Pem, X509Certificate2 Certificate, SslStreamCertificateContext Context);

    [LoggerMessage(Level = LogLevel.Information, Message = "the certificate was renewed, it now lasts until {Until:u}")]
    private partial void LogRenewed(DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the renewed certificate cannot be used, the former one stays: {Reason}")]
    private partial void LogBroken(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the certificate ended on {Ended:u}: clients will refuse it")]
    private partial void LogEnded(DateTimeOffset ended);
}
