using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Snug.Server.Tls;

/// <summary>
/// A certificate that the server makes for itself, for a local network where no authority would vouch for it. It is kept,
/// so that who has once looked at its fingerprint and trusted it need not do so again.
/// </summary>
internal static class SelfSigned
{
    /// <summary>What stands in place of a file's name.</summary>
    public const string Word = "self";

    // RFC 5280, 4.2.1.12.
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private const string FileName = "self-signed.pem";

    /// <summary>The kept certificate; a new one where there is none, or it ends soon, or the machine has got a new name or IPv4 address.</summary>
    /// <exception cref="CertificateException">The folder cannot be used.</exception>
    public static CertificatePem Read(string folder, LocalNames names, DateTimeOffset now)
    {
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path))
        {
            var kept = CertificatePem.Read(path, null);
            if (StillServes(kept, names, now)) return kept;
        }
        Write(path, Make(names, now));
        return CertificatePem.Read(path, null);
    }

    private static bool StillServes(CertificatePem kept, LocalNames names, DateTimeOffset now)
    {
        try
        {
            using var certificate = kept.ToCertificate();
            var covered = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().First();
            return certificate.NotBefore <= now && certificate.NotAfter > now + Limits.SelfSignedRenewal
                // What the machine has lost does no harm; and it gives itself new IPv6 addresses every day.
                && !names.Addresses.Where(IsIPv4).Except(covered.EnumerateIPAddresses()).Any()
                && !names.Hosts.Except(covered.EnumerateDnsNames(), StringComparer.OrdinalIgnoreCase).Any();
        }
        catch (Exception broken) when (broken is CertificateException or CryptographicException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsIPv4(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork;

    private static string Make(LocalNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName("Snug on " + names.Hosts[^1]);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        // Phones take among the certificates they trust only those of authorities: it is one, for this machine's names alone.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(NameConstraints.Permit(names));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(AlternativeNames(names));
        // Clocks differ a little.
        var begin = now.AddDays(-1);
        using var certificate = request.CreateSelfSigned(begin, begin + Limits.SelfSignedLife);
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private static X509Extension AlternativeNames(LocalNames names)
    {
        var all = new SubjectAlternativeNameBuilder();
        foreach (var host in names.Hosts) all.AddDnsName(host);
        foreach (var address in names.Addresses) all.AddIpAddress(address);
        return all.Build();
    }

    // Written beside and then renamed: whenever the server is killed, the file is whole.
    private static void Write(string path, string pem)
    {
        var unfinished = path + ".new";
        var creation = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        // Whoever has the key can pose as this server.
        if (!OperatingSystem.IsWindows()) creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            File.Delete(unfinished);
            using (var file = new StreamWriter(unfinished, creation)) file.Write(pem);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CertificateException($"{path} cannot be written: {failure.Message}", failure);
        }
    }
}
