using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

public class PingBotTests
{
    [Fact]
    public void The_page_shows_the_bot_that_is_tested()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/bot.md"));
        var bot = File.ReadAllText(Repository.PathOf("docs/bot/PingBot.cs"));

        Assert.Contains($"```csharp\n{bot}```", page);
    }

    [Fact]
    public async Task It_answers_ping_with_pong()
    {
        await using var server = await TestServer.StartAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        var bot = PingBot.RunAsync(new Uri(server.HttpUrl), stop.Token);
        using var cindy = await ChatClient.EnterAsync(new Uri(server.HttpUrl), "cindy");
        await Eventually.Become(() => cindy.UsersAsync(), users => users.Any(user => user.Name == "pingbot"));

        await cindy.PostAsync(1, "hello");
        await cindy.PostAsync(1, "ping");
        var answers = new List<string>();
        await foreach (var happened in cindy.ReadEventsAsync(cancel: stop.Token))
        {
            if (happened is not MessagePosted { Message: { From.Name: "pingbot" } said }) continue;
            answers.Add(said.Text);
            break;
        }
        await stop.CancelAsync();

        Assert.Equal(["pong"], answers);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot);
    }
}
