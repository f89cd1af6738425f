using Snug.Client;
using Snug.Protocol;
using Snug.Tests.Running;

namespace Snug.Tests.Line;

public class CrowdTests
{
    [Fact]
    public async Task A_hundred_who_talk_at_once_all_see_one_order()
    {
        const int clients = 100, messages = 20;
        await using var server = await TestServer.StartAsync();
        var crowd = await Task.WhenAll(Enumerable.Range(0, clients).Select(i => server.JoinAsync($"client{i}")));

        var seen = await Task.WhenAll(crowd.Select(client => TalkAndReadAsync(client, messages, clients * messages)));

        Assert.All(seen, conversation => Assert.Equal(seen[0], conversation));
        foreach (var client in crowd)
        {
            var own = seen[0].Where(message => message.From == client.Name).Select(message => message.Text);
            Assert.Equal(Enumerable.Range(0, messages).Select(i => $"message {i}"), own);
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_reader_who_is_far_behind_misses_nothing()
    {
        // More than the room keeps in memory, and more than a few pages of the store.
        const int messages = 3_500;
        await using var server = await TestServer.StartAsync();
        using var sleeper = await server.EnterAsync("sleeper");

        for (var sent = 0; sent < messages; sent += 500)
        {
            // Nobody may say more than this at once.
            using var talker = await server.EnterAsync($"talker{sent}");
            await talker.SendAsync(string.Concat(Enumerable.Range(sent, 500).Select(i => $"PUT: message {i}\n")));
            for (var i = 0; i < 500; i++) Assert.Equal("OK", await talker.ReadLineAsync());
        }

        var reply = await sleeper.AskAsync("GET");
        var texts = LineMessage.ParseAll(reply!["MSGS:".Length..]).Select(message => message.Text);
        Assert.Equal(Enumerable.Range(0, messages).Select(i => $"message {i}"), texts);
        Assert.Equal("MSGS:", await sleeper.AskAsync("GET"));
    }

    private static async Task<List<LineMessage>> TalkAndReadAsync(LineConnection client, int messages, int expected)
    {
        var seen = new List<LineMessage>();
        for (var i = 0; i < messages; i++)
        {
            await client.PutAsync($"message {i}");
            seen.AddRange(await client.GetAsync());
        }
        await Eventually.Become(
            async () =>
            {
                seen.AddRange(await client.GetAsync());
                return seen.Count;
            },
            count => count >= expected);
        return seen;
    }
}
