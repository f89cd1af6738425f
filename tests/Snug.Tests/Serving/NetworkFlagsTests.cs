using Snug.Tests.Running;

namespace Snug.Tests.Serving;

public sealed class NetworkFlagsTests : IDisposable
{
    private readonly TempFolder files = new();
    private readonly TestAuthority authority = new();

    public NetworkFlagsTests()
    {
        authority.Issue(files.File("chain.pem"), files.File("key.pem"));
        authority.Issue(files.File("chain2.pem"), files.File("key2.pem"));
        File.WriteAllText(files.File("both.pem"), File.ReadAllText(files.File("chain.pem")) + "\n" + File.ReadAllText(files.File("key.pem")));
        File.WriteAllText(files.File("locked.pem"), "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        File.WriteAllText(files.File("big.pem"), new string('x', 300_000));
    }

    [Theory]
    [InlineData("--key key.pem", "--key needs --certificate")]
    [InlineData("--certificate chain.pem", "--certificate needs --key")]
    [InlineData("--certificate self --key key.pem", "leave out --key")]
    [InlineData("--certificate", "")]
    [InlineData("--proxy everyone", "\"everyone\" is not an address or a network")]
    [InlineData("--proxy 10.0.0.1,", "\"\" is not an address or a network")]
    [InlineData("--proxy 10.0.0.0/33", "is not an address or a network")]
    public async Task What_is_asked_wrongly_is_one_line_and_exit_2(string flags, string reason)
    {
        var (exitCode, output, errors) = await RunAsync(flags);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches("^snug: [^\n]+\n$", errors);
        Assert.Contains(reason, errors);
    }

    [Theory]
    [InlineData("--certificate missing.pem", "missing.pem cannot be read")]
    [InlineData("--certificate chain.pem --key missing.pem", "missing.pem cannot be read")]
    [InlineData("--certificate chain.pem --key key2.pem", "the certificate and its key cannot be used together")]
    [InlineData("--certificate key.pem --key chain.pem", "the certificate and its key cannot be used together")]
    [InlineData("--certificate chain.pem --key locked.pem", "protected by a password")]
    [InlineData("--certificate big.pem --key key.pem", "too large")]
    [InlineData("--certificate . --key key.pem", "cannot be read")]
    public async Task Files_that_cannot_be_used_are_one_line_and_exit_1(string flags, string reason)
    {
        var (exitCode, output, errors) = await RunAsync(flags);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Matches("^snug: [^\n]+\n$", errors);
        Assert.Contains(reason, errors);
    }

    [Fact]
    public async Task One_file_may_hold_the_certificate_and_its_key()
    {
        await using var server = await TestServer.StartAsync(with: options => options with { Certificate = files.File("both.pem") });

        using var cindy = await TlsClient.ConnectAsync(server.LinePort, authority.Root);

        Assert.StartsWith("OK", await cindy.AskAsync("cindy"));
    }

    [Fact]
    public async Task Help_names_the_flags()
    {
        var (exitCode, output, _) = await ServerProcess.RunAsync("serve", "--help");

        Assert.Equal(0, exitCode);
        Assert.All(["--certificate <FILE|self>", "--key <FILE>", "--proxy <ADDR"], flag => Assert.Contains(flag, output));
    }

    public void Dispose()
    {
        files.Dispose();
        authority.Dispose();
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string flags) => ServerProcess.RunAsync(
        ["serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", "--data", files.File("data"),
            .. flags.Split(' ').Select(word => word.EndsWith(".pem", StringComparison.Ordinal) || word == "." ? files.File(word) : word)]);
}
