using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class KillTests
{
    [Fact]
    public async Task Who_repeats_what_a_killed_server_left_open_says_everything_once_and_hears_everything_once()
    {
        using var data = new TempFolder();
        var random = new Random(5);
        var (sent, heard) = (new List<string>(), new List<string>());
        (string? Token, string Next) cindy = (null, "");

        for (var round = 0; round < 6; round++)
        {
            using var server = await ServerProcess.StartAsync(data.Path);
            using var user = cindy.Token is null ? await ChatUser.EnterAsync(server.HttpUrl, "cindy") : new ChatUser(server.HttpUrl, cindy.Token) { Next = cindy.Next };
            if (sent.Count > 0) Assert.InRange((await PostAsync(user, sent[^1])).Status, 200, 201);
            heard.AddRange(await user.HearAsync());

            await TalkAsync(user, sent, round, killAt: random.Next(20, 60), server);
            cindy = (user.Token, user.Next);
        }

        await using var last = await TestServer.StartAsync(data: data);
        using var reader = new ChatUser(last.HttpUrl, cindy.Token) { Next = cindy.Next };
        Assert.InRange((await PostAsync(reader, sent[^1])).Status, 200, 201);
        heard.AddRange(await reader.HearAsync());
        Assert.Equal(sent, heard);
    }

    // Until the server is gone; the last may have been stored or not, and nobody was told.
    private static async Task TalkAsync(ChatUser user, List<string> sent, int round, int killAt, ServerProcess server)
    {
        var killing = Task.CompletedTask;
        try
        {
            for (var i = 0; ; i++)
            {
                sent.Add($"round {round} message {i}");
                if (i == killAt) killing = Task.Run(server.KillAsync);
                (await PostAsync(user, $"round {round} message {i}")).Is(201);
            }
        }
        catch (HttpRequestException)
        {
            await killing;
        }
    }

    private static Task<Reply> PostAsync(ChatUser user, string text) => user.PostAsync("/api/rooms/1/messages", new { text, nonce = text });
}
