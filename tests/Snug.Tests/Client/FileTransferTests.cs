using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

public class FileTransferTests
{
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i % 64 + 32))];

    private static readonly Attachment Cat = new() { Id = "a1", Url = "/files/a1", Name = "cat.png", Type = "image/png", Size = 5 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_uploaded_as_it_is_read(bool lengthIsKnown)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        var progress = new Heard<long>();
        await using Stream content = lengthIsKnown ? new MemoryStream(Picture) : new Unseekable(Picture);

        var uploading = cindy.UploadAsync("my cat.png", "image/png", content, progress);
        var asked = await server.HearAsync();
        await asked.AnswerAsync(201, """{"id":"a1","url":"/files/a1","name":"my cat.png","type":"image/png","size":200000}""");

        Assert.Equal(new Attachment { Id = "a1", Url = "/files/a1", Name = "my cat.png", Type = "image/png", Size = 200_000 }, await uploading);
        Assert.Equal(("POST /api/uploads?name=my%20cat.png", "image/png"), (asked.Line, asked.ContentType));
        Assert.Equal(Picture.Length, asked.Body.Length);
        Assert.Equal([65_536, 131_072, 196_608, 200_000], progress.All());
    }

    [Fact]
    public async Task An_upload_can_be_given_up()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        using var cancel = new CancellationTokenSource();
        await using var content = new Unseekable(Picture) { OnRead = cancel.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cindy.UploadAsync("cat.png", "image/png", content, cancel: cancel.Token));
    }

    [Fact]
    public async Task An_upload_that_stands_still_is_a_timeout()
    {
        var time = new ManualTime();
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync(new ChatOptions { Time = time });
        await using var content = new MemoryStream(Picture);

        var uploading = cindy.UploadAsync("cat.png", "image/png", content);
        await server.HearAsync();
        time.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<ServerTimeoutException>(() => uploading);
    }

    [Fact]
    public async Task A_fault_of_ones_own_file_is_not_taken_for_the_servers()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        await using var content = new Unseekable(Picture) { OnRead = () => throw new IOException("the disk was pulled") };

        var fault = await Assert.ThrowsAsync<IOException>(() => cindy.UploadAsync("cat.png", "image/png", content));

        Assert.Equal("the disk was pulled", fault.Message);
    }

    [Fact]
    public async Task A_refused_upload_is_a_refusal()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        await using var content = new MemoryStream(Picture);

        var uploading = cindy.UploadAsync("cat.png", "image/png", content);
        await (await server.HearAsync()).RefuseAsync(413, "too-large");

        Assert.Equal("too-large", (await Assert.ThrowsAsync<RefusedException>(() => uploading)).Code);
        await Assert.ThrowsAsync<ArgumentException>(() => cindy.UploadAsync("cat.png", "not a type", content));
    }

    [Fact]
    public async Task A_file_is_downloaded_as_it_comes()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        await using var to = new MemoryStream();
        var progress = new Heard<long>();

        var downloading = cindy.DownloadAsync(Cat, to, progress);
        var asked = await server.HearAsync();
        await asked.AnswerAsync(200, "12345", type: "image/png");
        await downloading;

        Assert.Equal(("GET /files/a1", "Bearer secret"), (asked.Line, asked.Authorization));
        Assert.Equal("12345"u8, to.ToArray());
        Assert.Equal(5, progress.All()[^1]);
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("123456")]
    public async Task A_file_of_another_length_is_nonsense(string bytes)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        await using var to = new MemoryStream();

        var downloading = cindy.DownloadAsync(Cat, to);
        await (await server.HearAsync()).AnswerAsync(200, bytes, type: "image/png");

        await Assert.ThrowsAsync<NonsenseException>(() => downloading);
        Assert.True(to.Length <= Cat.Size);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/files/a1")]
    [InlineData("//127.0.0.1:9/files/a1")]
    [InlineData("https://127.0.0.1/files/a1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://:")]
    public async Task The_token_is_not_carried_elsewhere(string url)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        await using var to = new MemoryStream();

        await Assert.ThrowsAsync<NonsenseException>(() => cindy.DownloadAsync(Cat with { Url = url }, to));
        Assert.True(server.IsQuiet);
    }

    [Fact]
    public async Task An_absolute_address_on_the_server_is_followed()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        await using var to = new MemoryStream();

        var downloading = cindy.DownloadAsync(Cat with { Url = new Uri(server.Url, "/files/a1").ToString() }, to);
        await (await server.HearAsync()).AnswerAsync(200, "12345", type: "image/png");
        await downloading;

        Assert.Equal(5, to.Length);
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public Action? OnRead { get; init; }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            OnRead?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
