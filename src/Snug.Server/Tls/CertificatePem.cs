using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Snug.Server.Tls;

/// <summary>A certificate with its chain, and its key, as they stand in their files. Equal when not a byte has changed.</summary>
internal sealed record CertificatePem(string Certificate, string Key)
{
    /// <summary>Reads the two files; where the key's is null, the certificate's holds both.</summary>
    /// <exception cref="CertificateException">A file cannot be read.</exception>
    public static CertificatePem Read(string certificate, string? key)
    {
        var text = ReadText(certificate);
        return new(text, key is null ? text : ReadText(key));
    }

    /// <summary>Whether a file that can be read lacks a key.</summary>
    public static bool LacksKey(string file)
    {
        try
        {
            return !ReadText(file).Contains("PRIVATE KEY-----", StringComparison.Ordinal);
        }
        catch (CertificateException)
        {
            return false;
        }
    }

    /// <summary>The server's own certificate, which is the first in its file, with its key.</summary>
    /// <exception cref="CertificateException">There is no certificate, or no key of it.</exception>
    public X509Certificate2 ToCertificate()
    {
        if (Key.Contains("ENCRYPTED", StringComparison.Ordinal))
            throw new CertificateException("the key is protected by a password, which nobody could type in when the server restarts");
        try
        {
            var certificate = X509Certificate2.CreateFromPem(Certificate, Key);
            if (!OperatingSystem.IsWindows()) return certificate;

            // Windows does not take a key for TLS that has never been in a key store.
            using (certificate) return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            throw new CertificateException($"the certificate and its key cannot be used together: {LineOf(wrong)}", wrong);
        }
    }

    /// <summary>The rest of the file: what leads from the server's certificate to a root that clients know.</summary>
    public X509Certificate2Collection ToChain()
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPem(Certificate);
        all.RemoveAt(0);
        return all;
    }

    // Without the name of a parameter, which says nothing to an operator.
    private static string LineOf(Exception wrong) => wrong.Message.Split(" (Parameter")[0].TrimEnd('.');

    private static string ReadText(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > Limits.CertificateBytes) throw new CertificateException($"{path} is too large for a certificate");

            using var text = new StreamReader(file);
            return text.ReadToEnd();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CertificateException($"{path} cannot be read: {LineOf(failure)}", failure);
        }
    }
}
