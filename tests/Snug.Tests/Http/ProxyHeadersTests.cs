using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Snug.Server.Doors.Http;
using Snug.Server.Serving;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class ProxyHeadersTests
{
    [Theory]
    // From a trusted proxy.
    [InlineData("10.0.0.1", "10.0.0.1", "203.0.113.9", "https", "203.0.113.9", true)]
    [InlineData("10.0.0.0/8", "10.1.2.3", "203.0.113.9", "https", "203.0.113.9", true)]
    [InlineData("10.0.0.1", "10.0.0.1", "203.0.113.9", "http", "203.0.113.9", false)]
    [InlineData("10.0.0.1", "10.0.0.1", "2001:db8::9", "https", "2001:db8::9", true)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", "203.0.113.9", "https", "203.0.113.9", true)]
    [InlineData("::1", "::1", "203.0.113.9", "https", "203.0.113.9", true)]
    [InlineData("10.0.0.1", "10.0.0.1", "", "", "10.0.0.1", false)]
    // What the client itself claimed stands before what the proxy added.
    [InlineData("10.0.0.1", "10.0.0.1", "127.0.0.1, 203.0.113.9", "https", "203.0.113.9", true)]
    // Through two proxies, both named or only the nearer.
    [InlineData("10.0.0.1,198.51.100.0/24", "10.0.0.1", "127.0.0.1, 203.0.113.9, 198.51.100.7", "https", "203.0.113.9", true)]
    [InlineData("10.0.0.1", "10.0.0.1", "203.0.113.9, 198.51.100.7", "https", "198.51.100.7", true)]
    // From anybody else, this machine included, and with nobody named.
    [InlineData("10.0.0.1", "10.0.0.2", "203.0.113.9", "https", "10.0.0.2", false)]
    [InlineData("10.0.0.1", "127.0.0.1", "203.0.113.9", "https", "127.0.0.1", false)]
    [InlineData("", "127.0.0.1", "203.0.113.9", "https", "127.0.0.1", false)]
    public async Task Only_named_proxies_are_believed(string proxies, string from, string forwardedFor, string forwardedProto, string address, bool isHttps)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Scheme = "http";
        if (forwardedFor != "") context.Request.Headers["X-Forwarded-For"] = forwardedFor;
        if (forwardedProto != "") context.Request.Headers["X-Forwarded-Proto"] = forwardedProto;
        var app = new ApplicationBuilder(new ServiceCollection().AddLogging().BuildServiceProvider());
        app.UseProxies(Read(proxies));
        app.Run(_ => Task.CompletedTask);

        await app.Build()(context);

        Assert.Equal((IPAddress.Parse(address), isHttps), (context.Connection.RemoteIpAddress, context.Request.IsHttps));
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", true)]
    [InlineData("10.0.0.1", "127.0.0.1", false)]
    public async Task The_server_takes_the_word_of_the_proxies_it_was_told_of(string proxy, string address, bool isHttps)
    {
        using var seen = new SeenRequests();
        await using var server = await TestServer.StartAsync(with: options => options with { Proxies = Read(proxy) });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        await http.GetAsync($"{server.HttpUrl}/seen/{proxy}");

        // The answer may arrive a little before the server is through with it.
        await Eventually.Become(() => Task.FromResult(seen.Has($"/seen/{proxy}")), isSeen => isSeen);
        Assert.Equal((IPAddress.Parse(address), isHttps), seen[$"/seen/{proxy}"]);
    }

    private static IReadOnlyList<IPNetwork> Read(string proxies)
    {
        var parsed = ServeCommand.Create().Parse(proxies == "" ? [] : ["--proxy", proxies]);
        Assert.Empty(parsed.Errors);
        return NetworkFlags.Read(parsed, new ServeOptions()).Proxies;
    }
}
