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
}
