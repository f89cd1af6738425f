using Microsoft.Playwright;

namespace Snug.Web.Tests.Talking;

public class HistoryTests
{
    // Scrolls as a wheel does, up and back down, and measures how far what one reads strays from where the wheel put it.
    private const string ScrollUpAndDown = """
        async scroller => {
            const frame = () => new Promise(requestAnimationFrame);
            let strayed = 0;
            const rows = scroller.getElementsByTagName('article');
            const inView = () => [...rows].find(row => row.getBoundingClientRect().bottom > scroller.getBoundingClientRect().top + 100);
            const isAtTop = () => scroller.scrollTop === 0 && scroller.textContent.includes('This is where');
            const isAtEnd = () => below() < 1 && !scroller.querySelector('.further');
            const below = () => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
            const scroll = async by => {
                const row = inView(), before = row.getBoundingClientRect().top;
                scroller.scrollTop += by;
                await frame(); await frame();
                strayed = Math.max(strayed, Math.abs(row.getBoundingClientRect().top - before + by));
            };
            while (!isAtTop()) await scroll(-Math.min(500, scroller.scrollTop));
            while (!isAtEnd()) await scroll(Math.min(500, below()));
            return strayed;
        }
        """;

    // How long half of all frames take at most, in milliseconds, while one scrolls up and down what is there, a screen long.
    private const string FrameTime = """
        async scroller => {
            const times = [];
            for (let last = performance.now(); times.length < 120;) {
                scroller.scrollTop += times.length % 60 < 30 ? 100 : -100;
                const now = await new Promise(requestAnimationFrame);
                times.push(now - last);
                last = now;
            }
            return times.sort((one, other) => one - other)[60];
        }
        """;

    private const string ToTheTop = """
        async scroller => {
            while (!scroller.textContent.includes('This is where')) {
                scroller.scrollTop = 0;
                await new Promise(requestAnimationFrame);
            }
        }
        """;

    [Fact]
    public async Task One_begins_at_the_end_and_scrolls_through_the_past_and_back_without_a_jump()
    {
        await using var server = await TestServer.StartAsync();
        // More than are shown at once.
        await Talk.FillAsync(server, people: 3, messages: 280);
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Timeline().GetByRole(AriaRole.Article).Last).ToBeInViewportAsync();

        var strayed = await cindy.Timeline().EvaluateAsync<double>(ScrollUpAndDown);

        // In the frame after a script has scrolled Chromium keeps no place: on a busy machine a line or two may move, for a wheel they do not.
        Assert.True(strayed <= 50, $"what was read moved by {strayed} pixels");
        await Expect(cindy.Button("Jump to the newest")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Far_up_in_five_thousand_messages_one_scrolls_as_smoothly_as_in_the_first_page()
    {
        await using var server = await TestServer.StartAsync();
        await Talk.FillAsync(server, people: 10, messages: 490);
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Timeline().GetByRole(AriaRole.Article).Last).ToBeInViewportAsync();
        var atFirst = await cindy.Timeline().EvaluateAsync<double>(FrameTime);

        await cindy.Timeline().EvaluateAsync(ToTheTop);
        var farUp = await cindy.Timeline().EvaluateAsync<double>(FrameTime);
        // A neighbour on the machine is gone the next time; what the page costs is not.
        for (var again = 0; farUp > atFirst * 1.6 && again < 2; again++) farUp = await cindy.Timeline().EvaluateAsync<double>(FrameTime);

        Assert.InRange(await cindy.Timeline().GetByRole(AriaRole.Article).CountAsync(), 500, 700);
        Assert.True(farUp <= atFirst * 1.6, $"half of all frames took longer than {farUp} ms, at first {atFirst} ms");
        await cindy.Button("Jump to the newest").ClickAsync();
        await Expect(cindy.Page.GetByText("This is where lobby begins.")).ToBeHiddenAsync();
        await Expect(cindy.Timeline().GetByRole(AriaRole.Article).Last).ToBeInViewportAsync();
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
