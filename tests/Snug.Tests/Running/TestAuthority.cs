using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Snug.Tests.Running;

/// <summary>A certificate authority as the real ones are: a root that clients know, and an intermediate that signs.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Begin = ManualTime.Start.AddYears(-10), End = ManualTime.Start.AddYears(10);

    private readonly X509Certificate2 intermediate;
    private int issued;

    public TestAuthority()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Root = Request("root", rootKey, isAuthority: true).CreateSelfSigned(Begin, End);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request("intermediate", key, isAuthority: true).Create(Root, Begin, End, [1]);
        intermediate = certificate.CopyWithPrivateKey(key);
    }

    public X509Certificate2 Root { get; }

    /// <summary>Writes a certificate for 127.0.0.1 with its chain, and its key, into two PEM files.</summary>
    /// <returns>The certificate's thumbprint.</returns>
    public string Issue(string certificateFile, string keyFile, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request($"server {++issued}", key, isAuthority: false);
        using var certificate = request.Create(intermediate, Begin, until ?? End, [2, (byte)issued]);
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem() + "\n" + intermediate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return certificate.Thumbprint;
    }

    public void Dispose()
    {
        Root.Dispose();
        intermediate.Dispose();
    }

    private static CertificateRequest Request(string name, ECDsa key, bool isAuthority)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        if (!isAuthority) request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
