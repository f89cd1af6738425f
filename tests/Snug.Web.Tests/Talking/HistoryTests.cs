using Microsoft.Playwright;

namespace Snug.Web.Tests.Talking;

public class HistoryTests
{
    // Two frames of a browser without a graphics card, on a machine with other things to do.
    private const double Smooth = 120;

    // Scrolls up as a wheel does, and measures how far what one reads strays from where the wheel put it.
    private const string ScrollUp = """
        async scroller => {
            const frame = () => new Promise(requestAnimationFrame);
            let strayed = 0;
            const rows = scroller.getElementsByClassName('row');
            const inView = () => [...rows].find(row => row.getBoundingClientRect().bottom > scroller.getBoundingClientRect().top + 100);
            while (rows.length < 300) {
                const by = -Math.min(150, scroller.scrollTop);
                const row = inView(), before = row.getBoundingClientRect().top;
                scroller.scrollTop += by;
                await frame(); await frame();
                strayed = Math.max(strayed, Math.abs(row.getBoundingClientRect().top - before + by));
            }
            return strayed;
        }
        """;

    private const string ScrollThroughAll = """
        async scroller => {
            const frame = () => new Promise(requestAnimationFrame);
            const rows = scroller.getElementsByClassName('row');
            for (let looks = 0; rows.length < 4900 && looks < 20000; looks++) { scroller.scrollTop = 0; await frame(); }
            scroller.scrollTop = 0;
            await frame();
            const times = [];
            for (let last = performance.now(); times.length < 120;) {
                scroller.scrollTop += 300;
                const now = await frame();
                times.push(now - last);
                last = now;
            }
            return [rows.length, times.sort((one, other) => one - other)[60]];
        }
        """;

    [Fact]
    public async Task One_begins_at_the_end_and_the_past_comes_as_one_scrolls_up_without_a_jump()
    {
        await using var server = await TestServer.StartAsync();
        await Talk.FillAsync(server, people: 3, messages: 120);
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Timeline().GetByRole(AriaRole.Article).Last).ToBeInViewportAsync();

        var strayed = await cindy.Timeline().EvaluateAsync<double>(ScrollUp);

        Assert.True(strayed <= 2, $"what was read moved by {strayed} pixels");
        await cindy.Timeline().EvaluateAsync("scroller => { const up = () => { scroller.scrollTop = 0; requestAnimationFrame(up); }; up(); }");
        await Expect(cindy.Page.GetByText("This is where lobby begins.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Five_thousand_messages_are_scrolled_through_smoothly()
    {
        await using var server = await TestServer.StartAsync();
        await Talk.FillAsync(server, people: 10, messages: 490);
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Timeline().GetByRole(AriaRole.Article).Last).ToBeInViewportAsync();

        var seen = await cindy.Timeline().EvaluateAsync<double[]>(ScrollThroughAll);

        Assert.Equal(4900, seen[0]);
        Assert.True(seen[1] <= Smooth, $"half of all frames took longer than {seen[1]} ms");
    }

    [Fact]
    public async Task Who_is_at_the_end_stays_there_and_who_reads_further_up_is_told_what_came()
    {
        await using var server = await TestServer.StartAsync();
        await Talk.FillAsync(server, people: 1, messages: 60);
        using var ethan = await server.EnterHttpAsync("ethan");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Timeline().GetByRole(AriaRole.Article).Last).ToBeInViewportAsync();

        await ethan.SayAsync("Dinner is ready");
        await Expect(cindy.Row("Dinner is ready")).ToBeInViewportAsync();

        await cindy.Timeline().HoverAsync();
        await cindy.Page.Mouse.WheelAsync(0, -600);
        await Expect(cindy.Button("Jump to the newest")).ToBeVisibleAsync();
        await ethan.SayAsync("It gets cold");
        await ethan.SayAsync("Last call");
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "2 new messages" }).ClickAsync();

        await Expect(cindy.Row("Last call")).ToBeInViewportAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Jump to the newest" })).ToBeHiddenAsync();
    }
}
