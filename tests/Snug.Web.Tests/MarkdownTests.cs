using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class MarkdownTests
{
    [Fact]
    public async Task What_is_said_with_marks_is_shown_with_its_looks_and_code_in_colours()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var kitchen = await ethan.OpenRoomAsync("Kitchen");
        var main = cindy.Page.GetByRole(AriaRole.Main);

        await ethan.SayAsync("# Dinner\n**Pizza** for @cindy, _soon_, in #kitchen\n- [x] basil\n- [ ] `spaghetti`\n\n> or rice\n\n|dish|price|\n|-|-|\n|pizza|8|");
        await ethan.SayAsync("```js\nconst size = 'large'; // of it\n```");
        await ethan.SayAsync("🍕");

        await Expect(main.Locator("strong", new() { HasText = "Pizza" })).ToBeVisibleAsync();
        await Expect(main.Locator("em", new() { HasText = "soon" })).ToBeVisibleAsync();
        await Expect(main.Locator("bdi.me")).ToHaveTextAsync("@cindy");
        await Expect(main.GetByRole(AriaRole.Checkbox, new() { Name = "Done", Exact = true })).ToBeCheckedAsync();
        await Expect(main.GetByRole(AriaRole.Cell, new() { Name = "pizza" })).ToBeVisibleAsync();
        await Expect(main.GetByRole(AriaRole.Heading, new() { Name = "Dinner" })).ToHaveCountAsync(0);
        await Expect(main.Locator("[data-scope=keyword]")).ToHaveTextAsync("const");
        Assert.True(await main.Locator(".large").EvaluateAsync<double>("large => parseFloat(getComputedStyle(large).fontSize)") > 30);
        await Axe.AssertNothingFoundAsync(cindy);

        await main.Locator("pre").HoverAsync();
        await main.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
        await Expect(main.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.Equal("const size = 'large'; // of it", await cindy.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await main.GetByRole(AriaRole.Link, new() { Name = "#kitchen" }).ClickAsync();
        await Expect(cindy.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"#/rooms/{kitchen}"));
    }

    [Fact]
    public async Task A_message_carries_no_script_however_it_is_written()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var eve = await server.EnterHttpAsync("eve");
        await cindy.Context.AddInitScriptAsync("globalThis.executed = []; globalThis.alert = said => executed.push(said); document.addEventListener('securitypolicyviolation', broken => executed.push(broken.blockedURI));");
        await cindy.Page.ReloadAsync();
        var requests = new List<string>();
        cindy.Page.Request += (_, request) => requests.Add(request.Url);

        foreach (var hostile in Hostile) await eve.SayAsync(hostile);
        await eve.SayAsync("and that was it");
        var main = cindy.Page.GetByRole(AriaRole.Main);
        await Expect(main.GetByText("and that was it", new() { Exact = true })).ToBeVisibleAsync();

        // Each is there as it was typed, and none is anything else.
        await Expect(main.GetByText("<script>alert(1)</script>", new() { Exact = true })).ToHaveCountAsync(3);
        Assert.Equal(0, await main.Locator("article :is(script, iframe, object, form, style, img, video)").CountAsync());
        Assert.Equal(0, await main.Locator("article :is([onclick], [onerror], [onload], [style*='url'])").CountAsync());
        var links = await main.Locator("article a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.protocol)");
        Assert.All(links, protocol => Assert.Contains(protocol, (string[])["http:", "https:", "mailto:"]));
        Assert.True(await main.Locator("article a[target=_blank]").EvaluateAllAsync<bool>("links => links.every(link => /noopener noreferrer/.test(link.rel))"));
        Assert.Empty(await cindy.Page.EvaluateAsync<string[]>("executed"));
        Assert.All(requests, url => Assert.StartsWith(server.HttpUrl.TrimEnd('/'), url));

        // A link that poses as another says where it leads.
        await Expect(main.GetByRole(AriaRole.Link, new() { Name = "https://bank.example" })).ToContainTextAsync("evil.example");
        await Expect(main.Locator("a[href='https://evil.example/turned']")).ToContainTextAsync("(evil.example)");
        // No row is wider than the conversation.
        Assert.True(await main.EvaluateAsync<bool>("main => main.scrollWidth <= main.clientWidth"));
    }

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
        "<a href='javascript:alert(1)' onclick=alert(1)>x</a> <style>*{display:none}</style>",
        "[x](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [x](java&#115;cript:alert(1)) <javascript:alert(1)>",
        "[x](data:text/html,<script>alert(1)</script>) ![x](data:image/svg+xml,<svg/onload=alert(1)>)",
        "![seen](https://evil.example/pixel.png) ![x](javascript:alert(1))",
        "[x](https://evil.example/\"onmouseover=\"alert(1)) [x](<https://evil.example/' onclick=alert(1)>)",
        "[https://bank.example](https://evil.example)",
        "[\u202Emoc.knab](https://evil.example/turned)",
        "```\"onclick=alert(1)\n<script>alert(1)</script>\n```",
        "```constructor\nx\n```",
        "|<script>alert(1)</script>|\n|-|\n|<img src=x onerror=alert(1)>|",
        "{@html '<script>alert(1)</script>'} {{constructor.constructor('alert(1)')()}}",
        string.Concat(Enumerable.Repeat("Z\u0300\u0301\u0302", 1000)),
        new string('>', 4000),
        string.Concat(Enumerable.Repeat("__a", 1333)),
        new string('W', 4000),
    ];
}
