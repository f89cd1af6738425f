namespace Snug.Web.Tests.Running;

/// <summary>That what the other tests rely on finds what it looks for.</summary>
public class VisitorTests
{
    [Theory]
    [InlineData("console.error('something is wrong')", "something is wrong")]
    [InlineData("setTimeout(() => { throw new Error('nobody caught this') })", "nobody caught this")]
    [InlineData("void Promise.reject(new Error('nor this'))", "nor this")]
    [InlineData("document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.2/' }))", "Content Security Policy")]
    [InlineData("try { document.body.innerHTML = '<b>' } catch { }", "TrustedHTML")]
    [InlineData("void fetch('/api/rooms')", "401")]
    public async Task What_a_page_complains_of_is_noticed(string fault, string complaint)
    {
        await using var server = await TestServer.StartAsync();
        await using var stranger = await Visitor.ArriveAsync(server);

        await CauseAsync(stranger, fault);

        Assert.Contains(stranger.Complaints, said => said.Contains(complaint, StringComparison.Ordinal));
        stranger.Allow("");
    }

    [Fact]
    public async Task What_a_test_allows_is_no_complaint()
    {
        await using var server = await TestServer.StartAsync();
        await using var stranger = await Visitor.ArriveAsync(server);

        stranger.Allow("401.*/api/rooms");

        await CauseAsync(stranger, "void fetch('/api/rooms')");
    }

    [Fact]
    public async Task Who_has_come_in_has_their_session_in_the_browser()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone with { IsDark = true, Locale = "de-DE" });

        Assert.Equal("cindy", await cindy.Page.EvaluateAsync<string>("async () => (await (await fetch('/api/session')).json()).user.name"));
        Assert.Equal("390 3 de-DE", await cindy.Page.EvaluateAsync<string>("`${innerWidth} ${devicePixelRatio} ${navigator.language}`"));
        Assert.True(await cindy.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches && matchMedia('(prefers-reduced-motion)').matches && navigator.maxTouchPoints > 0"));
    }

    [Fact]
    public async Task Without_a_network_nothing_arrives_and_that_is_no_complaint()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");

        await cindy.SetOfflineAsync(true);
        Assert.Equal("lost", await cindy.Page.EvaluateAsync<string>("fetch('/healthz').then(() => 'there', () => 'lost')"));
        await cindy.SetOfflineAsync(false);
        Assert.Equal("there", await cindy.Page.EvaluateAsync<string>("fetch('/healthz').then(() => 'there', () => 'lost')"));
    }

    [Fact]
    public async Task Axe_finds_what_keeps_people_out_in_either_colours()
    {
        await using var server = await TestServer.StartAsync();
        await using var stranger = await Visitor.ArriveAsync(server);
        await stranger.Page.EvaluateAsync(Bare);

        await Axe.AssertNothingFoundAsync(stranger);
        await stranger.Page.EvaluateAsync("document.querySelector('h1').style.color = 'light-dark(black, #222)'");

        var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Axe.AssertNothingFoundAsync(stranger));
        Assert.Contains("in Dark colours:\n- color-contrast", found.Message);
    }

    // A page of which there is nothing to say.
    private const string Bare = """
        () => {
            const main = document.createElement('main');
            main.append(Object.assign(document.createElement('h1'), { textContent: 'Snug' }));
            document.body.replaceChildren(main);
            document.documentElement.style.colorScheme = 'light dark';
            document.body.style.cssText = 'background: light-dark(white, black); color: light-dark(black, white)';
        }
        """;

    // Ends when the page has had time to complain: what was caused came before what is asked for then.
    private static async Task CauseAsync(Visitor visitor, string fault)
    {
        await visitor.Page.EvaluateAsync(fault);
        await visitor.Page.EvaluateAsync("() => new Promise(resolve => setTimeout(() => fetch('/healthz').then(resolve), 50))");
    }
}
