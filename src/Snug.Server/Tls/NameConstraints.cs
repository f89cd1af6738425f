using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Snug.Server.Tls;

/// <summary>The extension of a certificate that says for which names alone its key may vouch (RFC 5280, 4.2.1.10).</summary>
internal static class NameConstraints
{
    private const string Id = "2.5.29.30";

    private static readonly Asn1Tag
        Permitted = new(TagClass.ContextSpecific, 0),
        DnsName = new(TagClass.ContextSpecific, 2),
        IpAddress = new(TagClass.ContextSpecific, 7);

    public static X509Extension Permit(LocalNames names)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Permitted))
        {
            foreach (var host in names.Hosts)
                using (writer.PushSequence()) writer.WriteCharacterString(UniversalTagNumber.IA5String, host, DnsName);
            foreach (var address in names.Addresses)
                using (writer.PushSequence()) writer.WriteOctetString(WithFullMask(address), IpAddress);
        }
        return new X509Extension(Id, writer.Encode(), critical: true);
    }

    // This one address and no other of its network.
    private static byte[] WithFullMask(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        return [.. octets, .. Enumerable.Repeat(byte.MaxValue, octets.Length)];
    }
}
