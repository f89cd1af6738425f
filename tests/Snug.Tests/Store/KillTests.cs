using System.Collections.Concurrent;
using Snug.Client;
using Snug.Server.Store;
using Snug.Server.Store.Sqlite;
using Snug.Tests.Running;

namespace Snug.Tests.Store;

public class KillTests
{
    [Fact]
    public async Task A_hundred_kills_lose_nothing_that_was_acknowledged_and_double_nothing()
    {
        using var data = new TempFolder();
        var random = new Random(9);
        var acknowledged = new ConcurrentQueue<string>();

        for (var round = 0; round < 100; round++)
        {
            using var server = await ServerProcess.StartAsync(data.Path);
            var enough = new TaskCompletionSource();
            var (target, count) = (random.Next(3, 60), 0);
            var talkers = Enumerable.Range(0, 3).Select(i => TalkAsync(server.LinePort, $"r{round}t{i}", text =>
            {
                acknowledged.Enqueue(text);
                if (Interlocked.Increment(ref count) >= target) enough.TrySetResult();
            })).ToList();

            await enough.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await server.KillAsync();
            await Task.WhenAll(talkers);
        }

        using var store = SqliteStore.Open(data.File("snug.db"));
        var stored = ReadAll(store);
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Empty(acknowledged.Except(stored));
        Assert.Equal(stored.Count, store.ReadWorld().LastId);
    }

    private static async Task TalkAsync(int port, string name, Action<string> acknowledged)
    {
        try
        {
            await using var talker = await LineConnection.ConnectAsync("127.0.0.1", port, name);
            for (var i = 0; ; i++)
            {
                await talker.PutAsync($"{name} {i}");
                acknowledged($"{name} {i}");
            }
        }
        catch (ServerLostException)
        {
            // Killed, as it was meant to be.
        }
    }

    private static List<string> ReadAll(SqliteStore store)
    {
        var texts = new List<string>();
        for (long after = 0; after < store.ReadWorld().LastId;)
        {
            var page = store.Read(connection => EventQueries.OfRoom(connection, 1, after, store.ReadWorld().LastId, 1_000));
            texts.AddRange(page.Events.Cast<MessageEvent>().Select(said => said.Message.Text));
            after = page.UpTo;
        }
        return texts;
    }
}
