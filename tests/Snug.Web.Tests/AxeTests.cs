using Microsoft.Playwright;

namespace Snug.Web.Tests;

/// <summary>Everything that opens above or beside the page, one after the other, looked at in light and in dark.</summary>
public class AxeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_in_whatever_opens(bool isPhone)
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterHttpAsync("ethan");
        (await ethan.PostAsync("/api/rooms/1/messages", new { text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nconst a = 1;\n```\n\n> quoted\n\n- [x] done\n\n@cindy" })).Is(201);
        (await ethan.PostAsync("/api/rooms", new { name = "Kitchen", topic = "What to eat" })).Is(201);
        await using var cindy = await Visitor.ComeAsync(server, "cindy", isPhone ? Device.Phone : null);

        await LookAsync(cindy, "Settings");
        await LookAsync(cindy, "Open a room");
        await LookAsync(cindy, "New message");
        await LookAsync(cindy, "Connection: Connected");
        await cindy.Page.GetByRole(AriaRole.Link, new() { Name = "lobby" }).ClickAsync();
        await Expect(cindy.Page.GetByText("quoted")).ToBeVisibleAsync();
        await LookAsync(cindy, "About this room");
        foreach (var pane in new[] { "people", "search", "gallery" })
        {
            await cindy.Page.EvaluateAsync($"location.hash = '#/rooms/1?pane={pane}'");
            await Expect(cindy.Button("Close")).ToBeVisibleAsync();
            await Axe.AssertNothingFoundAsync(cindy);
        }
        await cindy.Button("Close").ClickAsync();
        await cindy.Page.Keyboard.PressAsync("Control+k");
        await Expect(cindy.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(cindy);
    }

    private static async Task LookAsync(Visitor cindy, string opener)
    {
        await cindy.Button(opener).ClickAsync();
        await Expect(cindy.Page.Locator("dialog[open], :popover-open").First).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.Keyboard.PressAsync("Escape");
        await Expect(cindy.Page.Locator("dialog[open], :popover-open")).ToHaveCountAsync(0);
    }
}
