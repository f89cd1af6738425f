using Snug.Server.Tls;
using Snug.Tests.Running;

namespace Snug.Tests.Serving;

public sealed class CertificateRenewalTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly TempFolder files = new();
    private readonly TestAuthority authority = new();
    private readonly string first;

    public CertificateRenewalTests() => first = authority.Issue(CertificateFile, KeyFile);

    private string CertificateFile => files.File("chain.pem");

    private string KeyFile => files.File("key.pem");

    [Fact]
    public async Task A_renewed_certificate_is_shown_by_both_doors_without_a_restart_and_nobody_is_cut_off()
    {
        await using var server = await TestServer.StartAsync(time, with: options => options with { Certificate = CertificateFile, Key = KeyFile });
        using var cindy = await TlsClient.EnterAsync(server.LinePort, "cindy");

        var second = authority.Issue(CertificateFile, KeyFile);
        time.Advance(TimeSpan.FromMinutes(1));

        using var line = await TlsClient.ConnectAsync(server.LinePort, authority.Root);
        using var http = await TlsClient.ConnectAsync(server.HttpPort, authority.Root);
        Assert.Equal((first, second, second), (cindy.Shown, line.Shown, http.Shown));
        Assert.Equal("USERS: cindy", await cindy.AskAsync("USERS"));
    }

    [Fact]
    public void A_broken_renewal_keeps_the_former_certificate_and_is_complained_of_once()
    {
        var log = new KeptLog<ServerCertificate>();
        using var certificate = Open(log);

        File.WriteAllText(CertificateFile, "not a certificate");
        time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(first, Shown(certificate));
        Assert.Matches("^Warning: the renewed certificate cannot be used, the former one stays: [^\n]+$", Assert.Single(log.Lines));
    }

    [Fact]
    public void A_renewal_caught_between_its_two_files_is_taken_once_it_is_whole()
    {
        var log = new KeptLog<ServerCertificate>();
        using var certificate = Open(log);
        var formerKey = File.ReadAllText(KeyFile);

        var second = authority.Issue(CertificateFile, KeyFile);
        var newKey = File.ReadAllText(KeyFile);
        File.WriteAllText(KeyFile, formerKey);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(first, Shown(certificate));
        File.WriteAllText(KeyFile, newKey);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(second, Shown(certificate));
        Assert.Equal(["Warning", "Information"], log.Lines.Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void Files_that_vanish_and_come_back_are_complained_of_once_each_time()
    {
        var log = new KeptLog<ServerCertificate>();
        using var certificate = Open(log);

        for (var i = 0; i < 2; i++)
        {
            File.Move(KeyFile, KeyFile + ".away");
            time.Advance(TimeSpan.FromMinutes(2));
            File.Move(KeyFile + ".away", KeyFile);
            time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(first, Shown(certificate));
        Assert.Equal(2, log.Lines.Count);
        Assert.All(log.Lines, line => Assert.Contains("key.pem cannot be read", line));
    }

    [Fact]
    public void A_certificate_that_has_ended_is_served_with_a_warning()
    {
        authority.Issue(CertificateFile, KeyFile, until: ManualTime.Start.AddDays(-1));
        var log = new KeptLog<ServerCertificate>();

        using var certificate = Open(log);

        Assert.Equal("Warning: the certificate ended on 2030-01-30 12:00:00Z: clients will refuse it", Assert.Single(log.Lines));
    }

    public void Dispose()
    {
        files.Dispose();
        authority.Dispose();
    }

    private ServerCertificate Open(KeptLog<ServerCertificate> log) =>
        new(() => CertificatePem.Read(CertificateFile, KeyFile), time, log);

    private static string Shown(ServerCertificate certificate) => certificate.Context.TargetCertificate.Thumbprint;
}
