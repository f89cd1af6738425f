using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Snug.Web.Tests;

public partial class PollingTests
{
    [Fact]
    public async Task Ten_tabs_make_one_poll_and_all_hear()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var asked = new ConcurrentQueue<(IPage Tab, string Url)>();
        cindy.Context.Request += (_, request) => { if (request.Url.Contains("/api/events", StringComparison.Ordinal)) asked.Enqueue((request.Frame.Page, request.Url)); };
        var tabs = new List<IPage> { cindy.Page };
        while (tabs.Count < 10)
        {
            tabs.Add(await cindy.Context.NewPageAsync());
            await tabs[^1].GotoAsync("/");
            await Expect(tabs[^1].Locator("main textarea")).ToBeVisibleAsync();
        }
        await AfterAsync(ethan, () => asked.LastOrDefault() is (var tab, { } url) && tab == tabs[^1] && url.EndsWith("wait=25", StringComparison.Ordinal));
        var before = asked.Count;

        (await ethan.PostAsync("/api/rooms/1/messages", new { text = "hello, all of you" })).Is(201);
        foreach (var tab in tabs) await Expect(tab.Locator("main").GetByText("hello, all of you", new() { Exact = true })).ToBeAttachedAsync();

        await AfterAsync(ethan, () => asked.Count > before);
        // That the message was read may be news of its own, and a further question: of the same tab.
        Assert.Equal([tabs[^1]], asked.Skip(before).Select(one => one.Tab).Distinct());
    }

    [Fact]
    public async Task Another_tab_goes_on_when_the_one_that_asks_is_closed()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        await Expect(cindy.Composer()).ToBeVisibleAsync();
        var second = await cindy.Context.NewPageAsync();
        await second.GotoAsync("/");
        await Expect(second.Locator("main textarea")).ToBeVisibleAsync();

        await second.CloseAsync();
        (await ethan.PostAsync("/api/rooms/1/messages", new { text = "still there?" })).Is(201);

        await Expect(cindy.Said("still there?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_the_page_has_cost_is_shown_and_saving_data_asks_seldom()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await cindy.Button("Connection: Connected").ClickAsync();
        await Expect(cindy.Page.GetByText("Since this page was opened")).ToBeVisibleAsync();
        await Expect(cindy.Page.GetByText(Size())).Not.ToHaveCountAsync(0);
        await Axe.AssertNothingFoundAsync(cindy);

        var asked = cindy.Page.WaitForRequestAsync(request => request.Url.Contains("wait=50", StringComparison.Ordinal));
        await cindy.Page.GetByLabel("Save data").CheckAsync();

        await asked;
    }

    private static Task<bool> AfterAsync(ChatUser asker, Func<bool> isSo) => Eventually.Become(
        async () =>
        {
            await asker.GetAsync("/healthz");
            return isSo();
        },
        isSo => isSo);

    [GeneratedRegex(@"^\d+(\.\d)? kB$")]
    private static partial Regex Size();
}
