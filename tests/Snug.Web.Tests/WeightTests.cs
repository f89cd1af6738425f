using Microsoft.Playwright;

namespace Snug.Web.Tests;

/// <summary>What is measured runs alone: two tests at once on two cores would measure each other.</summary>
[CollectionDefinition(nameof(WeightTests), DisableParallelization = true)]
public class Alone;

[Collection(nameof(WeightTests))]
public class WeightTests
{
    // Compressed, as it comes over the network: the page's scripts and styles, and everything together, with font, icons and answers.
    private const int ScriptAndStyle = 110_000;
    private const int Everything = 175_000;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    // Notes when the first message can be seen, whatever the page does.
    private const string Watch =
        """
        new MutationObserver((_, observer) => {
            if (!document.querySelector('main')?.textContent.includes('the first message')) return;
            observer.disconnect();
            requestAnimationFrame(() => performance.mark('seen'));
        }).observe(document, { childList: true, subtree: true, characterData: true });
        """;

    [Fact]
    public async Task The_first_message_shows_within_a_second_and_a_small_load()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterHttpAsync("ethan");
        (await ethan.PostAsync("/api/rooms/1/messages", new { text = "the first message" })).Is(201);

        // The best of several: what else the machine does is not the page's.
        var (fresh, again) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var number = 1; number <= 5 && (fresh > Soon || again > Soon); number++)
        {
            await using var visitor = await Visitor.ArriveAsync(server, path: "/healthz");
            await visitor.Page.EvaluateAsync("localStorage.setItem('snug-in', 'cindy')");
            await visitor.Context.APIRequest.PostAsync("/api/session", new() { DataObject = new { name = $"cindy{number}" } });
            await visitor.Context.AddInitScriptAsync(Watch);

            await visitor.Page.GotoAsync("/");
            fresh = Shortest(fresh, await SeenAsync(visitor));
            Assert.InRange(await WeightAsync(visitor, @"\.(js|css)$"), 90_000, ScriptAndStyle);
            Assert.InRange(await WeightAsync(visitor, "."), 90_000, Everything);
            // Leaving the page has it keep what was read.
            await visitor.Page.EvaluateAsync("dispatchEvent(new Event('pagehide'))");
            await visitor.Page.ReloadAsync();
            again = Shortest(again, await SeenAsync(visitor));
        }

        Assert.InRange(fresh, TimeSpan.Zero, Soon);
        Assert.InRange(again, TimeSpan.Zero, Soon);
    }

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static async Task<TimeSpan> SeenAsync(Visitor visitor)
    {
        await visitor.Page.WaitForFunctionAsync("() => performance.getEntriesByName('seen').length > 0");
        return TimeSpan.FromMilliseconds(await visitor.Page.EvaluateAsync<double>("() => performance.getEntriesByName('seen')[0].startTime"));
    }

    // What was asked for until the first message showed; what comes later, because it is seldom used, does not count.
    private static Task<long> WeightAsync(Visitor visitor, string pattern) => visitor.Page.EvaluateAsync<long>(
        """
        pattern => {
            const seen = performance.getEntriesByName('seen')[0].startTime;
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(({ name, requestStart }) => new RegExp(pattern).test(name) && requestStart <= seen)
                .reduce((sum, { transferSize }) => sum + transferSize, 0);
        }
        """,
        pattern);

    [Fact]
    public async Task A_room_that_was_left_leaves_nothing_behind_in_memory()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterHttpAsync("ethan");
        var kitchen = (long)(await ethan.PostAsync("/api/rooms", new { name = "Kitchen" })).Is(201).Body["id"]!;
        foreach (var room in new[] { 1, kitchen })
            for (var index = 0; index < 20; index++)
                (await ethan.PostAsync($"/api/rooms/{room}/messages", new { text = $"**{index}** `in` {room}" })).Is(201);
        await using var cindy = await Visitor.ComeAsync(server, "cindy");

        await GoBackAndForthAsync(cindy, kitchen, times: 3);
        var early = await NodesAsync(cindy);
        await GoBackAndForthAsync(cindy, kitchen, times: 12);

        // One visit to the room takes some 800.
        Assert.InRange(await NodesAsync(cindy), 1, early + 400);
    }

    private static async Task GoBackAndForthAsync(Visitor visitor, long room, int times)
    {
        for (var time = 0; time < times; time++)
            foreach (var id in new[] { room, 1 })
            {
                await visitor.Page.EvaluateAsync("id => { location.hash = `#/rooms/${id}`; }", id);
                await Expect(visitor.Page.GetByRole(AriaRole.Article).GetByText($"19 in {id}")).ToBeInViewportAsync();
            }
    }

    // Those that are held from anywhere, in the page or not.
    private static async Task<int> NodesAsync(Visitor visitor)
    {
        var devtools = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        for (var time = 0; time < 3; time++) await devtools.SendAsync("HeapProfiler.collectGarbage");
        return (await devtools.SendAsync("Memory.getDOMCounters"))!.Value.GetProperty("nodes").GetInt32();
    }
}
