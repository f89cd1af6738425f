using System.Net;
using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class OfflineTests
{
    private static readonly string[] Three = ["one", "two", "three"];

    [Fact]
    public async Task What_is_said_without_a_network_arrives_in_order_and_once()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone);
        await cindy.Page.GetByRole(AriaRole.Link, new() { Name = "lobby" }).TapAsync();
        await Expect(cindy.Composer()).ToBeVisibleAsync();

        await cindy.SetOfflineAsync(true);
        foreach (var text in Three) await cindy.SayAsync(text);
        await Expect(cindy.Page.GetByText("3 messages wait to be sent")).ToBeVisibleAsync();
        await cindy.AssertNothingOverflowsAsync();
        await cindy.SetOfflineAsync(false);

        await AssertHeardAsync(server);
        await Expect(cindy.Button("Try now")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_waits_for_a_network_can_be_taken_back()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Composer()).ToBeVisibleAsync();

        await cindy.SetOfflineAsync(true);
        await cindy.SayAsync("I did not mean that");
        await cindy.Button("Take back").ClickAsync();
        await Expect(cindy.Said("I did not mean that")).ToHaveCountAsync(0);
        foreach (var text in Three) await cindy.SayAsync(text);
        await cindy.SetOfflineAsync(false);

        await AssertHeardAsync(server);
    }

    [Fact]
    public async Task What_is_said_while_the_server_is_down_arrives_when_it_is_back()
    {
        using var data = new TempFolder();
        var server = await TestServer.StartAsync(data: data);
        var port = server.HttpPort;
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Composer()).ToBeVisibleAsync();
        // The browser looks for the page and for its service worker when it likes.
        cindy.Allow("net::ERR|error occurred when fetching the script");

        await server.DisposeAsync();
        foreach (var text in Three) await cindy.SayAsync(text);
        await Expect(cindy.Button("Try now")).ToBeVisibleAsync();
        await using var again = await TestServer.StartAsync(data: data, with: options => options with { Http = new(IPAddress.Loopback, port) });
        await cindy.Button("Try now").ClickAsync();

        await AssertHeardAsync(again);
        await Expect(cindy.Button("Connection: Connected")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_page_opens_without_a_network_with_what_was_read_and_sends_what_was_typed()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await cindy.SayAsync("before");
        await Expect(cindy.Said("before")).ToBeVisibleAsync();
        await cindy.Page.EvaluateAsync("navigator.serviceWorker.ready");
        await KeptAsync(cindy, "before");

        await cindy.SetOfflineAsync(true);
        await cindy.Page.ReloadAsync();
        await Expect(cindy.Said("before")).ToBeVisibleAsync();
        await cindy.SayAsync("one");
        await cindy.Page.ReloadAsync();
        await Expect(cindy.Said("one")).ToBeVisibleAsync();
        await cindy.SayAsync("two");
        await cindy.SayAsync("three");
        await cindy.SetOfflineAsync(false);

        await AssertHeardAsync(server);
    }

    [Fact]
    public async Task The_page_can_be_installed()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await cindy.Page.EvaluateAsync("navigator.serviceWorker.ready");

        var session = await cindy.Context.NewCDPSessionAsync(cindy.Page);
        var answer = await session.SendAsync("Page.getInstallabilityErrors");
        // A window that keeps nothing, as each of these tests has, is the one thing that may be in the way.
        var errors = answer!.Value.GetProperty("installabilityErrors").EnumerateArray().Select(error => error.GetProperty("errorId").GetString()).Where(error => error != "in-incognito");

        Assert.Empty(errors);
    }

    [Fact]
    public async Task What_was_typed_under_a_name_that_is_gone_is_offered_to_its_successor()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Composer()).ToBeVisibleAsync();
        await cindy.SetOfflineAsync(true);
        await cindy.SayAsync("never got through");
        await Expect(cindy.Said("never got through")).ToBeVisibleAsync();

        cindy.Allow("401");
        await cindy.Context.ClearCookiesAsync();
        await cindy.SetOfflineAsync(false);
        await cindy.Page.GetByLabel("Your name").FillAsync("dora");
        await cindy.Page.GetByLabel("Your name").PressAsync("Enter");
        await Expect(cindy.Page.GetByRole(AriaRole.Dialog, new() { Name = "1 unsent message from cindy" })).ToBeVisibleAsync();
        await cindy.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        using var ethan = await server.EnterHttpAsync("ethan");
        var heard = await Eventually.Become(async () => (await ethan.GetAsync("/api/rooms/1/messages")).Body["messages"]!.AsArray(), messages => messages.Count > 0);
        Assert.Equal("dora: never got through", $"{heard[0]!["from"]!["name"]}: {heard[0]!["text"]}");
    }

    private static async Task AssertHeardAsync(TestServer server)
    {
        using var ethan = await server.EnterHttpAsync("ethan");
        var heard = await Eventually.Become(
            async () => string.Join(' ', (await ethan.GetAsync("/api/rooms/1/messages")).Body["messages"]!.AsArray().Select(message => (string)message!["text"]!).Where(text => text != "before")),
            texts => texts.Contains("three", StringComparison.Ordinal));
        Assert.Equal("one two three", heard);
    }

    // What is read is kept when the page is left, at the latest.
    private static async Task KeptAsync(Visitor visitor, string text)
    {
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Said(text)).ToBeVisibleAsync();
        await visitor.Page.EvaluateAsync("dispatchEvent(new Event('pagehide'))");
    }
}
