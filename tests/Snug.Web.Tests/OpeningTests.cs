namespace Snug.Web.Tests;

public class OpeningTests
{
    [Fact]
    public async Task The_page_opens_without_a_complaint()
    {
        await using var server = await TestServer.StartAsync();
        await using var stranger = await Visitor.ArriveAsync(server);

        await Expect(stranger.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }
}
