using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class SecurityHeadersTests
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/nothing")]
    public async Task Every_answer_tells_browsers_to_be_strict(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient();

        var answer = await http.GetAsync(server.HttpUrl + path);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.StartsWith("default-src 'none';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task The_host_name_is_not_bound_to_HTTPS_for_other_servers_on_it()
    {
        using var data = new TempFolder();
        await using var server = await TestServer.StartAsync(data: data, with: options => options with { Certificate = "self" });
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        using var http = new HttpClient(handler);

        var answer = await http.GetAsync(server.HttpUrl + "/healthz");

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }
}
