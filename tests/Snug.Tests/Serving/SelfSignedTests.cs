using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Snug.Server.Tls;
using Snug.Tests.Running;

namespace Snug.Tests.Serving;

public sealed partial class SelfSignedTests : IDisposable
{
    private static readonly LocalNames Names = new(["localhost", "Den", "Den.local"], [IPAddress.Loopback, IPAddress.IPv6Loopback, IPAddress.Parse("192.0.2.7")]);

    private readonly TempFolder data = new();

    [Fact]
    public async Task The_certificate_is_kept_across_restarts_and_its_fingerprint_printed()
    {
        string firstBanner;
        using (var first = await ServerProcess.StartAsync(data.Path, "--certificate", "self"))
        {
            firstBanner = first.Banner;
            Assert.Equal(0, (await first.StopAsync("TERM")).ExitCode);
        }
        using var second = await ServerProcess.StartAsync(data.Path, "--certificate", "self");
        using var client = await TlsClient.ConnectAsync(second.LinePort);

        var shown = string.Join(':', client.Certificate.GetCertHash(HashAlgorithmName.SHA256).Select(octet => $"{octet:X2}"));
        Assert.Equal(shown, Fingerprint().Match(firstBanner).Groups[1].Value);
        Assert.Equal(shown, Fingerprint().Match(second.Banner).Groups[1].Value);
        Assert.Contains("  browser  https://127.0.0.1:", second.Banner);
    }

    [Fact]
    public async Task Who_trusts_it_by_hand_can_visit_the_server_by_any_of_its_names()
    {
        using var server = await ServerProcess.StartAsync(data.Path, "--certificate", "self");
        using var trusted = X509CertificateLoader.LoadCertificateFromFile(data.File("self-signed.pem"));

        using var client = await TlsClient.ConnectAsync(server.LinePort, trusted);

        Assert.Equal(trusted.Thumbprint, client.Shown);
        Assert.All(LocalNames.Find().Hosts, host => Assert.True(trusted.MatchesHostname(host)));
        Assert.All(LocalNames.Find().Addresses, address => Assert.True(trusted.MatchesHostname(address.ToString())));
    }

    [Fact]
    public void Only_the_servers_own_user_may_read_the_key()
    {
        // Windows has no such modes.
        if (OperatingSystem.IsWindows()) return;

        Read(ManualTime.Start);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(data.File("self-signed.pem")));
    }

    [Fact]
    public void It_lasts_no_longer_than_browsers_allow_and_is_replaced_a_month_before_its_end()
    {
        var first = Read(ManualTime.Start);
        using var certificate = first.ToCertificate();
        var end = new DateTimeOffset(certificate.NotAfter);

        Assert.InRange(end - certificate.NotBefore, TimeSpan.FromDays(390), TimeSpan.FromDays(397));
        Assert.Equal(first, Read(end.AddDays(-31)));
        Assert.NotEqual(first, Read(end.AddDays(-29)));
    }

    [Fact]
    public void A_new_address_or_name_makes_a_new_certificate_and_a_lost_one_does_not()
    {
        var first = Read(ManualTime.Start);

        Assert.Equal(first, Read(ManualTime.Start, Names with { Addresses = [IPAddress.Loopback] }));
        var second = Read(ManualTime.Start, Names with { Addresses = [.. Names.Addresses, IPAddress.Parse("192.0.2.8")] });
        Assert.NotEqual(first, second);
        Assert.NotEqual(second, Read(ManualTime.Start, Names with { Hosts = [.. Names.Hosts, "nook"] }));
    }

    [Fact]
    public void The_IPv6_addresses_that_come_every_day_make_no_new_certificate()
    {
        var first = Read(ManualTime.Start);

        Assert.Equal(first, Read(ManualTime.Start, Names with { Addresses = [.. Names.Addresses, IPAddress.Parse("2001:db8::8")] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")]
    public void What_is_kept_but_damaged_is_replaced(string damaged)
    {
        File.WriteAllText(data.File("self-signed.pem"), damaged);

        using var certificate = Read(ManualTime.Start).ToCertificate();

        Assert.True(certificate.MatchesHostname("den.local"));
    }

    [Theory]
    [InlineData("den.local", true)]
    [InlineData("bank.example", false)]
    public void Who_trusts_it_trusts_it_for_this_machines_names_alone(string name, bool isTrusted)
    {
        using var authority = Read(ManualTime.Start).ToCertificate();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=other", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var other = request.Create(authority, ManualTime.Start, ManualTime.Start.AddDays(1), [1]);

        using var chain = new X509Chain { ChainPolicy = TlsClient.Trusting(authority) };
        chain.ChainPolicy.VerificationTime = ManualTime.Start.AddHours(1).UtcDateTime;

        Assert.Equal(isTrusted, chain.Build(other));
    }

    public void Dispose() => data.Dispose();

    private CertificatePem Read(DateTimeOffset now, LocalNames? names = null) => SelfSigned.Read(data.Path, names ?? Names, now);

    [GeneratedRegex("SHA-256 ([0-9A-F:]{95})\n")]
    private static partial Regex Fingerprint();
}
