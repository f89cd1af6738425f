using System.Net;
using System.Security.Authentication;
using Snug.Tests.Running;

namespace Snug.Tests.Serving;

public sealed class TlsTests : IDisposable
{
    private readonly TempFolder files = new();
    private readonly TestAuthority authority = new();
    private readonly string shown;

    public TlsTests() => shown = authority.Issue(CertificateFile, KeyFile);

    private string CertificateFile => files.File("chain.pem");

    private string KeyFile => files.File("key.pem");

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task The_line_protocol_is_spoken_over_TLS_by_a_server_that_the_client_can_trust(SslProtocols version)
    {
        await using var server = await StartAsync();

        using var cindy = await TlsClient.ConnectAsync(server.LinePort, authority.Root, version);

        Assert.Equal(shown, cindy.Shown);
        Assert.StartsWith("OK", await cindy.AskAsync("cindy"));
        Assert.Equal("OK", await cindy.AskAsync("PUT: hi"));
        Assert.Equal("MSGS: <cindy>hi", await cindy.AskAsync("GET"));
    }

    [Fact]
    public async Task A_thousand_requests_at_once_are_answered_in_order_over_TLS_too()
    {
        await using var server = await StartAsync();
        using var cindy = await TlsClient.EnterAsync(server.LinePort, "cindy");
        const int rounds = 250;

        // Answers to some 20 KB of requests, and so to more than one record.
        var first = await cindy.AskAsync(string.Join('\n', Enumerable.Range(0, rounds).Select(i => $"PUT: message {i} {new string('x', 60)}\nGET\nUSERS\nGET")));

        for (var i = 0; i < rounds; i++)
        {
            Assert.Equal("OK", i == 0 ? first : await cindy.ReadLineAsync());
            Assert.StartsWith($"MSGS: <cindy>message {i} x", await cindy.ReadLineAsync());
            Assert.Equal("USERS: cindy", await cindy.ReadLineAsync());
            Assert.Equal("MSGS:", await cindy.ReadLineAsync());
        }
    }

    [Fact]
    public async Task One_who_never_begins_TLS_is_let_go()
    {
        var time = new ManualTime();
        await using var server = await StartAsync(time);
        using var mute = await server.ConnectAsync();

        // The server may notice the connection only after the clock was first moved.
        await Eventually.Become(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(11));
                return Task.FromResult(mute.Socket.Poll(0, System.Net.Sockets.SelectMode.SelectRead));
            },
            isEnded => isEnded);

        Assert.Null(await mute.ReadLineAsync());
    }

    [Fact]
    public async Task HTTP_is_spoken_over_TLS()
    {
        await using var server = await StartAsync();
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == shown;
        using var http = new HttpClient(handler);

        var answer = await http.GetAsync(server.HttpUrl + "/healthz");

        Assert.StartsWith("https://", server.HttpUrl);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task One_who_speaks_plainly_with_a_TLS_door_is_let_go_and_costs_the_others_nothing()
    {
        await using var server = await StartAsync();
        using var ethan = await TlsClient.EnterAsync(server.LinePort, "ethan");

        using (var plain = await server.ConnectAsync())
        {
            await plain.SendAsync("cindy\nGET\n");
            Assert.DoesNotContain("OK", await plain.ReadLineAsync() ?? "");
        }

        Assert.Equal("USERS: ethan", await ethan.AskAsync("USERS"));
    }

    [Fact]
    public async Task A_client_that_sends_garbage_or_vanishes_in_the_midst_of_TLS_frees_its_name_and_is_no_fault()
    {
        using var data = new TempFolder();
        using var server = await ServerProcess.StartAsync(data.Path, "--certificate", CertificateFile, "--key", KeyFile);
        using var ethan = await TlsClient.EnterAsync(server.LinePort, "ethan");
        using var garbling = await TlsClient.EnterAsync(server.LinePort, "garbling");
        using var vanishing = await TlsClient.EnterAsync(server.LinePort, "vanishing");
        Assert.Equal("USERS: ethan garbling vanishing", await ethan.AskAsync("USERS"));

        // A record of application data under no key that anyone has, and a reset.
        await garbling.Socket.SendAsync(new byte[] { 0x17, 3, 3, 0, 32 }.Concat(new byte[32]).ToArray());
        vanishing.Socket.Close(timeout: 0);

        await Eventually.Become(() => ethan.AskAsync("USERS"), users => users == "USERS: ethan");
        var (exitCode, errors) = await server.StopAsync("TERM");
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^\S+Z info  started Snug [^\n]*\n\S+Z info  stopped\n$", errors);
    }

    [Fact]
    public async Task A_silent_client_is_let_go_over_TLS_too()
    {
        var time = new ManualTime();
        await using var server = await StartAsync(time);
        using var silent = await TlsClient.EnterAsync(server.LinePort, "silent");
        using var ethan = await TlsClient.EnterAsync(server.LinePort, "ethan");

        time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal("USERS: ethan silent", await ethan.AskAsync("USERS"));
        time.Advance(TimeSpan.FromMinutes(0.2));

        await Eventually.Become(() => ethan.AskAsync("USERS"), users => users == "USERS: ethan");
    }

    [Fact]
    public async Task Stopping_ends_connections_properly()
    {
        var server = await StartAsync();
        using var cindy = await TlsClient.EnterAsync(server.LinePort, "cindy");

        await server.DisposeAsync();

        Assert.Null(await cindy.ReadLineAsync());
    }

    public void Dispose()
    {
        files.Dispose();
        authority.Dispose();
    }

    private Task<TestServer> StartAsync(TimeProvider? time = null) =>
        TestServer.StartAsync(time, with: options => options with { Certificate = CertificateFile, Key = KeyFile });
}
