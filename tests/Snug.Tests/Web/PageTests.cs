using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Snug.Tests.Running;

namespace Snug.Tests.Web;

/// <summary>The page that the build put into the server, as browsers get it.</summary>
public class PageTests
{
    [Fact]
    public async Task The_page_is_at_the_root_and_asked_for_anew_each_time()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient();

        var page = await http.GetAsync(server.HttpUrl);
        var again = await AskAsync(http, server.HttpUrl, asked => asked.Headers.IfNoneMatch.Add(page.Headers.ETag!));

        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Contains("<div id=\"app\">", await page.Content.ReadAsStringAsync());
        Assert.True(page.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Everything_that_the_page_loads_is_there_and_kept_for_good()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient();
        var page = await http.GetStringAsync(server.HttpUrl);

        var loaded = System.Text.RegularExpressions.Regex.Matches(page, "\"(/assets/[^\"]+)\"").Select(found => found.Groups[1].Value).ToList();

        Assert.NotEmpty(loaded);
        foreach (var address in loaded)
        {
            var answer = await http.GetAsync(server.HttpUrl + address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task The_page_may_use_its_own_server_and_nothing_else()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient();

        var page = await http.GetAsync(server.HttpUrl);

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Superset(
            new HashSet<string>
            {
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
                "require-trusted-types-for 'script'", "trusted-types svelte-trusted-html app", "frame-ancestors 'none'",
            },
            policy.ToHashSet());
        Assert.DoesNotContain("unsafe", string.Join(' ', policy));
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("microphone=(self), camera=(self)", Assert.Single(page.Headers.GetValues("Permissions-Policy")));
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("GZip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("zstd", null)]
    [InlineData(null, null)]
    public async Task A_file_comes_as_small_as_the_asker_understands_it(string? understood, string? coding)
    {
        var page = Page(("index.html", "<p>A page</p>"), ("index.html.br", "br"), ("index.html.gz", "gzip"));
        await using var server = await ServeAsync(page);
        using var http = new HttpClient();

        var answer = await AskAsync(http, server.HttpUrl, asked => asked.Headers.TryAddWithoutValidation("Accept-Encoding", understood ?? ""));

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(coding ?? "<p>A page</p>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task The_forms_of_a_file_are_told_apart_by_their_tags()
    {
        var page = Page(("index.html", "<p>A page</p>"), ("index.html.br", "br"), ("index.html.gz", "gzip"));
        await using var server = await ServeAsync(page);
        using var http = new HttpClient();

        var tags = new List<string>();
        foreach (var coding in new[] { "br", "gzip", "identity" })
            tags.Add((await AskAsync(http, server.HttpUrl, asked => asked.Headers.AcceptEncoding.ParseAdd(coding))).Headers.ETag!.Tag);

        Assert.Equal(3, tags.Distinct().Count());
    }

    [Fact]
    public async Task What_the_build_compressed_is_what_it_made()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

        var plain = await http.GetByteArrayAsync(server.HttpUrl);
        var small = await AskAsync(http, server.HttpUrl, asked => asked.Headers.AcceptEncoding.ParseAdd("br"));

        Assert.Equal("br", Assert.Single(small.Content.Headers.ContentEncoding));
        using var spread = new BrotliStream(await small.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await spread.CopyToAsync(bytes);
        Assert.Equal(plain, bytes.ToArray());
    }

    [Theory]
    [InlineData("manifest.webmanifest", "application/manifest+json")]
    [InlineData("service-worker.js", "text/javascript; charset=utf-8")]
    [InlineData("assets/inter-1a2b.woff2", "font/woff2")]
    [InlineData("assets/index-1a2b.css", "text/css; charset=utf-8")]
    [InlineData("icon.svg", "image/svg+xml")]
    [InlineData("icon.png", "image/png")]
    [InlineData("strange.thing", "application/octet-stream")]
    public async Task A_file_says_what_it_is(string name, string type)
    {
        var page = Page((name, "something"));
        await using var server = await ServeAsync(page);
        using var http = new HttpClient();

        var answer = await http.GetAsync($"{server.HttpUrl}/{name}");

        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(name.StartsWith("assets/", StringComparison.Ordinal), answer.Headers.CacheControl!.Public);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task Parts_can_be_asked_for_and_what_there_would_be()
    {
        var page = Page(("index.html", "0123456789"));
        await using var server = await ServeAsync(page);
        using var http = new HttpClient();

        var part = await AskAsync(http, server.HttpUrl, asked => asked.Headers.Range = new RangeHeaderValue(2, 4));
        var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, server.HttpUrl));

        Assert.Equal((HttpStatusCode.PartialContent, "234"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        Assert.Equal((10, ""), (head.Content.Headers.ContentLength!.Value, await head.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/rooms/1")]
    [InlineData("/assets/")]
    [InlineData("/assets/index-0000.js")]
    [InlineData("/index.html.br")]
    [InlineData("/../snug-server.dll")]
    [InlineData("/%2e%2e/snug-server.dll")]
    [InlineData("/api/nothing")]
    [InlineData("/favicon.ico")]
    public async Task What_is_no_file_of_the_page_is_not_found(string path)
    {
        var page = Page(("index.html", "<p>A page</p>"), ("index.html.br", "br"));
        await using var server = await ServeAsync(page);
        using var asker = new ChatUser(server.HttpUrl);

        (await asker.GetAsync(path)).IsRefused(404, "not-found");
    }

    [Fact]
    public async Task The_page_is_only_read()
    {
        await using var server = await TestServer.StartAsync();
        using var asker = new ChatUser(server.HttpUrl);

        (await asker.PostAsync("/")).IsRefused(405, "wrong-method");
    }

    [Fact]
    public async Task A_server_built_without_a_page_says_so()
    {
        await using var server = await TestServer.StartAsync(with: options => options with { Page = Page() });
        using var asker = new ChatUser(server.HttpUrl);

        (await asker.GetAsync("/")).IsRefused(404, "no-page");
        (await asker.GetAsync("/healthz")).Is(200);
    }

    private static Dictionary<string, byte[]> Page(params (string Name, string Text)[] files) =>
        files.ToDictionary(file => "/" + file.Name, file => Encoding.UTF8.GetBytes(file.Text));

    private static Task<TestServer> ServeAsync(Dictionary<string, byte[]> page) => TestServer.StartAsync(with: options => options with { Page = page });

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, string url, Action<HttpRequestMessage> prepare)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, url);
        prepare(asked);
        return await http.SendAsync(asked);
    }
}
