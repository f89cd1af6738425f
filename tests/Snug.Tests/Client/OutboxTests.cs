using System.Text.Json;
using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

public sealed class OutboxTests : IAsyncLifetime, IDisposable
{
    private readonly WatchedTime time = new();
    private readonly TempFolder folder = new();
    private readonly Heard<OutboxReport> reports = new();
    private ScriptedServer server = null!;
    private ChatClient cindy = null!;
    private Outbox outbox = null!;

    public async ValueTask InitializeAsync()
    {
        server = await ScriptedServer.StartAsync();
        cindy = await server.EnterAsync(new ChatOptions { Time = time, RequestTimeout = WatchedTime.Timeouts });
        outbox = Open();
    }

    public async ValueTask DisposeAsync()
    {
        await outbox.DisposeAsync();
        cindy.Dispose();
        await server.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Messages_go_one_at_a_time_in_order()
    {
        await outbox.QueueAsync(1, new NewMessage("one"));
        await outbox.QueueAsync(2, new NewMessage("two"));

        var one = await server.HearAsync();
        Assert.True(server.IsQuiet);
        await one.AnswerAsync(201, Stored(one));
        var two = await server.HearAsync();
        await two.AnswerAsync(201, Stored(two));

        Assert.Equal(("POST /api/rooms/1/messages", "one"), (one.Line, Text(one)));
        Assert.Equal(("POST /api/rooms/2/messages", "two"), (two.Line, Text(two)));
        Assert.Equal("one", Assert.IsType<PostSent>(await reports.NextAsync()).Message.Text);
        Assert.Equal("two", Assert.IsType<PostSent>(await reports.NextAsync()).Post.Message.Text);
        Assert.Empty(await outbox.WaitingAsync());
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_with_the_same_nonce()
    {
        var post = await outbox.QueueAsync(1, new NewMessage("one"));

        (await server.HearAsync()).Cut();
        await time.PassPauseAsync();
        await (await server.HearAsync()).AnswerAsync(502);
        await time.PassPauseAsync();
        await (await server.HearAsync()).RefuseAsync(429, "too-fast", retryAfter: "90");
        Assert.InRange((await time.PassPauseAsync()).TotalSeconds, 90, 108);
        var last = await server.HearAsync();
        await last.AnswerAsync(200, Stored(last));

        Assert.Equal(32, post.Message.Nonce!.Length);
        Assert.Equal(post.Message.Nonce, Nonce(last));
        for (var tries = 0; tries < 3; tries++) Assert.IsType<PostDelayed>(await reports.NextAsync());
        Assert.IsType<PostSent>(await reports.NextAsync());
    }

    [Fact]
    public async Task A_refused_message_is_told_and_the_next_goes_on()
    {
        await outbox.QueueAsync(1, new NewMessage("too long"));
        await outbox.QueueAsync(1, new NewMessage("fine"));

        await (await server.HearAsync()).RefuseAsync(400, "message-too-long");
        Assert.Equal("fine", Text(await server.HearAsync()));

        Assert.Equal("message-too-long", Assert.IsType<PostRefused>(await reports.NextAsync()).Reason.Code);
    }

    [Fact]
    public async Task What_waited_is_sent_after_a_restart_with_the_same_nonces()
    {
        var one = await outbox.QueueAsync(1, new NewMessage("one") { ReplyTo = 3, Attachments = ["a1"] });
        var two = await outbox.QueueAsync(1, new NewMessage("two"));
        await server.HearAsync();
        await outbox.DisposeAsync();

        outbox = Open();
        var again = await server.HearAsync();
        await again.AnswerAsync(200, Stored(again));
        var second = await server.HearAsync();

        Assert.Equal((one.Message.Nonce, two.Message.Nonce), (Nonce(again), Nonce(second)));
        Assert.Contains("\"replyTo\":3,\"attachments\":[\"a1\"]", again.Body);
    }

    [Fact]
    public async Task What_was_sent_is_not_sent_after_a_restart()
    {
        await outbox.QueueAsync(1, new NewMessage("one"));
        var one = await server.HearAsync();
        await one.AnswerAsync(201, Stored(one));
        await reports.NextAsync();
        await outbox.DisposeAsync();

        outbox = Open();

        Assert.Empty(await outbox.WaitingAsync());
    }

    [Fact]
    public async Task A_message_is_on_the_disk_when_it_is_queued()
    {
        var post = await outbox.QueueAsync(1, new NewMessage("one"));

        Assert.Contains(post.Message.Nonce!, await File.ReadAllTextAsync(folder.File("outbox-7.json")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("outbox-7.json")));
    }

    [Theory]
    [InlineData("{\"version\":1,\"posts\":[{\"room\":1,\"mess")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"version\":2,\"posts\":[]}")]
    [InlineData("{\"version\":1,\"posts\":[null]}")]
    [InlineData("{\"version\":1,\"posts\":[{\"room\":1,\"message\":{\"text\":\"no nonce\"},\"queuedAt\":\"2030-01-31T12:00:00Z\"}]}")]
    public async Task A_damaged_file_is_set_aside_and_told(string content)
    {
        await outbox.DisposeAsync();
        await File.WriteAllTextAsync(folder.File("outbox-7.json"), content);

        outbox = Open();

        var told = Assert.IsType<OutboxSetAside>(await reports.NextAsync());
        Assert.Equal(content, await File.ReadAllTextAsync(told.File));
        Assert.Equal(folder.File("outbox-7.damaged-20300131-120000.json"), told.File);
        Assert.Empty(await outbox.WaitingAsync());
    }

    [Fact]
    public async Task A_full_outbox_takes_no_more_until_something_was_sent()
    {
        for (var count = 0; count < 3; count++) await outbox.QueueAsync(1, new NewMessage("x"));
        await Assert.ThrowsAsync<OutboxFullException>(() => outbox.QueueAsync(1, new NewMessage("too many")));

        var first = await server.HearAsync();
        await first.AnswerAsync(201, Stored(first));
        await reports.NextAsync();

        await outbox.QueueAsync(1, new NewMessage("fits"));
        await Assert.ThrowsAsync<ArgumentException>(() => outbox.QueueAsync(1, new NewMessage(new string('x', 65_537))));
    }

    [Fact]
    public async Task The_end_of_the_session_stops_it_and_keeps_what_waits()
    {
        await outbox.QueueAsync(1, new NewMessage("one"));
        await (await server.HearAsync()).RefuseAsync(401, "no-session");

        Assert.IsType<OutboxStopped>(await reports.NextAsync());
        Assert.Single(await outbox.WaitingAsync());
        await outbox.QueueAsync(1, new NewMessage("two"));
        await outbox.DisposeAsync();
        outbox = Open();

        Assert.Equal("one", Text(await server.HearAsync()));
        Assert.Equal(2, (await outbox.WaitingAsync()).Count);
    }

    [Fact]
    public async Task Two_outboxes_do_not_write_over_each_other()
    {
        Assert.Throws<IOException>(Open);

        await outbox.DisposeAsync();

        outbox = Open();
    }

    [Fact]
    public async Task A_message_that_cannot_be_written_is_not_queued()
    {
        Directory.CreateDirectory(folder.File("outbox-7.json.new"));

        await Assert.ThrowsAnyAsync<UnauthorizedAccessException>(() => outbox.QueueAsync(1, new NewMessage("one")));

        Assert.Empty(await outbox.WaitingAsync());
    }

    private Outbox Open() => Outbox.Open(cindy, folder.Path, new OutboxOptions { Capacity = 3, Reports = reports });

    private static string Text(HeardRequest asked) => JsonDocument.Parse(asked.Body).RootElement.GetProperty("text").GetString()!;

    private static string Nonce(HeardRequest asked) => JsonDocument.Parse(asked.Body).RootElement.GetProperty("nonce").GetString()!;

    private static string Stored(HeardRequest asked) =>
        $$"""{"id":1,"room":1,"from":{"id":7,"name":"cindy"},"at":"2030-01-31T12:00:00Z","text":"{{Text(asked)}}","nonce":"{{Nonce(asked)}}"}""";
}
