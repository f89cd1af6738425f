using System.Net;
using System.Security.Cryptography;
using System.Text;
using Snug.Server;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class UploadTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\x1A\n"u8, .. "and so on"u8];

    [Fact]
    public async Task A_file_comes_back_as_it_went_in()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        byte[] picture = [.. Png, .. RandomNumberGenerator.GetBytes(300_000)];

        var sent = (await cindy.UploadAsync("my cät/../<1>.png", picture)).Is(201).Body;
        using var got = await cindy.Http.GetAsync(Text(sent, "url"));

        Assert.Equal(("my cät_.._<1>.png", "image/png", picture.Length), (Text(sent, "name"), Text(sent, "type"), (int)sent["size"]!));
        Assert.Equal(picture, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", got.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("default-src 'none'; sandbox", got.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("max-age=31536000, private, immutable", got.Headers.CacheControl!.ToString());
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(picture))}\"", got.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Only_who_may_see_a_message_that_carries_it_gets_a_file()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        using var zoe = await server.EnterHttpAsync("zoe");
        var secret = await cindy.OpenRoomAsync("secret", isPrivate: true);
        await cindy.InviteAsync(secret, ethan);
        var file = (await cindy.UploadAsync("a.png", Png)).Is(201).Body;
        var url = Text(file, "url");
        async Task<string> WhoGetsIt() => $"{await StatusAsync(cindy.Http, url)} {await StatusAsync(ethan.Http, url)} {await StatusAsync(zoe.Http, url)}";

        Assert.Equal("200 404 404", await WhoGetsIt());
        var message = await cindy.SayAsync("", secret, attachments: Text(file, "id"));
        Assert.Equal("200 200 404", await WhoGetsIt());
        await cindy.Http.DeleteAsync($"/api/messages/{message}");
        Assert.Equal("200 404 404", await WhoGetsIt());
        await cindy.SayAsync("for all", attachments: Text(file, "id"));
        Assert.Equal("200 200 200", await WhoGetsIt());

        using var nobody = new HttpClient { BaseAddress = cindy.Http.BaseAddress };
        Assert.Equal(401, await StatusAsync(nobody, url));
        Assert.Equal(401, (int)(await nobody.PostAsync("/api/uploads?name=a.png", new ByteArrayContent(Png))).StatusCode);
        Assert.Equal(404, await StatusAsync(cindy.Http, "/api/uploads/nothing/a.png"));
        Assert.Equal(404, await StatusAsync(cindy.Http, "/api/uploads/..%2F..%2Fsnug.db/a.png"));
    }

    [Fact]
    public async Task A_file_goes_with_one_message()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var id = (string)(await cindy.UploadAsync("a.png", Png)).Is(201).Body["id"]!;

        (await ethan.PostAsync("/api/rooms/1/messages", new { text = "mine", attachments = new[] { id } })).IsRefused(400, "invalid-attachment");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            cindy.Http.PostAsync("/api/rooms/1/messages", new StringContent($$"""{"text":"mine","attachments":["{{id}}"]}""", Encoding.UTF8, "application/json"))));

        Assert.Single(both, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Single((await cindy.GetAsync("/api/rooms/1/messages")).Body["messages"]!.AsArray());
    }

    [Theory]
    [InlineData("bytes=0-3", 206, "0123")]
    [InlineData("bytes=8-", 206, "89")]
    [InlineData("bytes=-3", 206, "789")]
    [InlineData("bytes=10-", 416, "")]
    [InlineData("nonsense", 200, "0123456789")]
    public async Task A_part_can_be_asked_for(string range, int status, string body)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var url = Text((await cindy.UploadAsync("digits.txt", "0123456789"u8.ToArray())).Is(201).Body, "url");

        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Range", range);
        using var got = await cindy.Http.SendAsync(request);

        Assert.Equal((status, body), ((int)got.StatusCode, await got.Content.ReadAsStringAsync()));
        if (status == 206) Assert.EndsWith("/10", got.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task What_is_known_is_not_sent_again()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var url = Text((await cindy.UploadAsync("a.png", Png)).Is(201).Body, "url");
        using var head = await cindy.Http.SendAsync(new(HttpMethod.Head, url));

        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { head.Headers.ETag! } } };
        using var again = await cindy.Http.SendAsync(request);

        Assert.Equal((Png.Length, 0), ((int)head.Content.Headers.ContentLength!, (await head.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("cat.png", "image/png", "<html><script>alert(1)</script>")]
    [InlineData("cat.png", "image/png", " \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("page.html", "text/html", "<!DOCTYPE html>")]
    [InlineData("run.exe", "image/gif", "MZ\u0001\u0002")]
    [InlineData("paper.pdf", "application/pdf", "%PDF-1.7")]
    public async Task What_a_browser_could_run_is_only_ever_saved(string name, string declared, string content)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var sent = (await cindy.UploadAsync(name, Encoding.UTF8.GetBytes(content), declared)).Is(201).Body;

        using var got = await cindy.Http.GetAsync(Text(sent, "url"));

        Assert.Equal("application/octet-stream", got.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Too_much_is_refused_whatever_was_announced()
    {
        using var data = new TempFolder();
        await using var server = await TestServer.StartAsync(data: data);
        using var cindy = await server.EnterHttpAsync("cindy");
        var most = new byte[Limits.UploadBytes];

        Assert.Equal(Limits.UploadBytes, (long)(await cindy.UploadAsync("most", most)).Is(201).Body["size"]!);
        (await cindy.UploadAsync("none", [])).IsRefused(400, "empty-file");
        foreach (var name in new[] { "", "  ", "..", new string('x', Limits.UploadName + 1) })
            (await cindy.UploadAsync(name, Png)).IsRefused(400, "invalid-file-name");
        foreach (var isAnnounced in new[] { true, false })
        {
            using var more = new HttpRequestMessage(HttpMethod.Post, "/api/uploads?name=more") { Content = new StreamContent(new MemoryStream([.. most, 0])) };
            more.Headers.ExpectContinue = true;
            more.Headers.TransferEncodingChunked = !isAnnounced;
            using var answer = await cindy.Http.SendAsync(more);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("\"too-large\"", await answer.Content.ReadAsStringAsync());
        }
        Assert.Single(FilesIn(data));
    }

    [Fact]
    public async Task A_guest_sends_only_so_much_in_all()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var most = new byte[Limits.UploadBytes];
        for (var i = 0; i < Limits.UploadBytesPerGuest / Limits.UploadBytes; i++) (await cindy.UploadAsync("most", most)).Is(201);

        (await cindy.UploadAsync("more", Png)).IsRefused(413, "no-space");
        using var ethan = await server.EnterHttpAsync("ethan");
        (await ethan.UploadAsync("other", Png)).Is(201);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_leaves_nothing()
    {
        using var data = new TempFolder();
        await using var server = await TestServer.StartAsync(data: data);
        using var cindy = await server.EnterHttpAsync("cindy");
        foreach (var abort in new[] { false, true })
        {
            using var socket = await LineSocket.ConnectAsync(server.HttpPort);
            await socket.SendAsync($"POST /api/uploads?name=a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {cindy.Token}\r\nContent-Length: 100000\r\n\r\n");
            await socket.SendAsync(new byte[50_000]);
            await Eventually.Become(() => Task.FromResult(FilesIn(data)), files => files is [{ Length: > 0 }]);
            if (abort) socket.Socket.LingerState = new(true, 0);
        }

        await Eventually.Become(() => Task.FromResult(FilesIn(data)), files => files.Count == 0);
    }

    [Fact]
    public async Task Nobody_has_more_than_a_few_files_coming_in_at_once()
    {
        using var data = new TempFolder();
        await using var server = await TestServer.StartAsync(data: data);
        using var cindy = await server.EnterHttpAsync("cindy");
        var slow = new List<LineSocket>();
        for (var i = 0; i < Limits.UploadsAtOnce; i++)
        {
            slow.Add(await LineSocket.ConnectAsync(server.HttpPort));
            await slow[i].SendAsync($"POST /api/uploads?name=a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {cindy.Token}\r\nContent-Length: 9\r\n\r\nPNG");
        }
        await Eventually.Become(() => Task.FromResult(FilesIn(data).Count), count => count == Limits.UploadsAtOnce);

        (await cindy.UploadAsync("a", Png)).IsRefused(429, "too-many-files");
        await slow[0].SendAsync("PNGPNG");
        Assert.Contains("201", await slow[0].ReadLineAsync());
        await Eventually.Become(async () => (int)(await cindy.Http.PostAsync("/api/uploads?name=a", new ByteArrayContent(Png))).StatusCode, status => status == 201);
        slow.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task A_line_client_is_told_where_a_picture_is()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterAsync("ethan");
        var file = (await cindy.UploadAsync("my cat.png", Png)).Is(201).Body;

        await cindy.SayAsync("look", attachments: Text(file, "id"));

        var url = server.HttpUrl + Text(file, "url");
        Assert.Equal($"MSGS: <cindy>look [picture my cat.png {url}]", await ethan.AskAsync("GET"));
        Assert.Equal(200, await StatusAsync(cindy.Http, url));
    }

    [Fact]
    public async Task The_operator_says_where_others_find_it()
    {
        await using var server = await TestServer.StartAsync(with: options => options with { Url = "https://chat.example.org" });
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterAsync("ethan");
        var file = (await cindy.UploadAsync("note.webm", [0x1A, 0x45, 0xDF, 0xA3, .. "webm"u8], "audio/webm")).Is(201).Body;

        await cindy.SayAsync("", attachments: Text(file, "id"));

        Assert.Equal($"MSGS: <cindy>[audio note.webm https://chat.example.org{Text(file, "url")}]", await ethan.AskAsync("GET"));
    }

    private static string Text(System.Text.Json.Nodes.JsonNode from, string key) => from[key]!.GetValue<string>();

    private static async Task<int> StatusAsync(HttpClient http, string url)
    {
        using var answer = await http.GetAsync(url);
        return (int)answer.StatusCode;
    }

    private static List<FileInfo> FilesIn(TempFolder data) =>
        [.. new DirectoryInfo(data.File(TestDatabase.IsPostgres ? "cache" : "uploads")).EnumerateFiles("*", SearchOption.AllDirectories)];
}
