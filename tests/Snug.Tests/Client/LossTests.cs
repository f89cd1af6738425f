using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

/// <summary>Nothing is lost or doubled on the way, whatever happens to connections, servers and programs.</summary>
public class LossTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Answers_that_are_cut_off_lose_and_double_nothing()
    {
        await using var server = await TestServer.StartAsync();
        // The first connection is for entering; after that whole answers are lost, heads cut, bodies cut.
        int[] cuts = [1500, .. Enumerable.Range(0, 25).Select(i => i * 53)];
        await using var toCindy = new CuttingRelay(server.HttpUrl, cuts);
        await using var toEthan = new CuttingRelay(server.HttpUrl, cuts);
        var options = new ChatOptions { Time = new HastyTime(), RequestTimeout = WatchedTime.Timeouts, StallTimeout = WatchedTime.Timeouts };
        using var cindy = await ChatClient.EnterAsync(toCindy.Url, "cindy", options);
        using var ethan = await ChatClient.EnterAsync(toEthan.Url, "ethan", options);
        using var folder = new TempFolder();
        await using var outbox = Outbox.Open(cindy, folder.Path);

        string[] texts = [.. Enumerable.Range(0, 90).Select(i => $"message {i}")];
        var reading = ReadTextsAsync(ethan, texts[^1]);
        foreach (var text in texts) await outbox.QueueAsync(1, new NewMessage(text));

        Assert.Equal(texts, await reading);
        Assert.Equal(texts, (await ethan.HistoryAsync(1, limit: 100)).Messages.Select(message => message.Text));
        Assert.True(toCindy.Cuts >= 20 && toEthan.Cuts >= 10, $"only {toCindy.Cuts} and {toEthan.Cuts} were cut");
    }

    [Fact]
    public async Task What_was_queued_without_a_server_is_sent_to_the_next()
    {
        using var data = new TempFolder();
        using var folder = new TempFolder();
        var reports = new Heard<OutboxReport>();
        string session;
        var server = await TestServer.StartAsync(data: data);
        using (var cindy = await ChatClient.EnterAsync(new Uri(server.HttpUrl), "cindy"))
        {
            session = cindy.Session.ToJson();
            await using var outbox = Outbox.Open(cindy, folder.Path, new OutboxOptions { Reports = reports });
            await server.DisposeAsync();
            for (var i = 0; i < 3; i++) await outbox.QueueAsync(1, new NewMessage($"message {i}"));
            Assert.IsType<PostDelayed>(await reports.NextAsync());
        }

        await using var restarted = await TestServer.StartAsync(data: data);
        using var again = ChatClient.Resume(new Uri(restarted.HttpUrl), Session.FromJson(session));
        await using var reopened = Outbox.Open(again, folder.Path, new OutboxOptions { Reports = reports });
        for (var i = 0; i < 3; i++) Assert.IsType<PostSent>(await reports.NextAsync());

        Assert.Equal(["message 0", "message 1", "message 2"], (await again.HistoryAsync(1)).Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_saved_cursor_misses_nothing_over_a_restart_of_both()
    {
        using var data = new TempFolder();
        var server = await TestServer.StartAsync(data: data);
        using var cindy = await ChatClient.EnterAsync(new Uri(server.HttpUrl), "cindy");
        await cindy.PostAsync(1, "one");
        Assert.Equal(["one"], await ReadTextsAsync(cindy, "one"));
        var (session, cursor) = (cindy.Session, cindy.Cursor);
        await cindy.PostAsync(1, "two");
        await server.DisposeAsync();

        await using var restarted = await TestServer.StartAsync(data: data);
        using var again = ChatClient.Resume(new Uri(restarted.HttpUrl), session);
        await again.PostAsync(1, "three");

        // "one" was handled, but the reading ended before the cursor moved over it.
        Assert.Equal(["one", "two", "three"], await ReadTextsAsync(again, "three", cursor));
    }

    private static async Task<List<string>> ReadTextsAsync(ChatClient reader, string last, string? cursor = null)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        var texts = new List<string>();
        await foreach (var happened in reader.ReadEventsAsync(cursor, patience.Token))
        {
            if (happened is not MessagePosted { Message: { } message }) continue;
            texts.Add(message.Text);
            if (message.Text == last) break;
        }
        return texts;
    }
}
