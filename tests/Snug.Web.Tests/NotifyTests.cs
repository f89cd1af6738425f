using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class NotifyTests
{
    [Fact]
    public async Task Who_looks_elsewhere_is_notified_of_what_calls_them_and_of_nothing_else()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        await cindy.Context.GrantPermissionsAsync(["notifications"]);
        await cindy.Context.AddInitScriptAsync(Noting);
        await cindy.Page.ReloadAsync();
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await cindy.Page.GetByRole(AriaRole.Switch, new() { Name = "Notifications" }).CheckAsync();
        await cindy.Page.Keyboard.PressAsync("Escape");

        await ethan.SayAsync("@cindy, you see this");
        await Expect(cindy.Page.Locator("article").GetByText("you see this")).ToBeVisibleAsync();
        await cindy.Page.EvaluateAsync(
            "Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }); document.dispatchEvent(new Event('visibilitychange'));");
        await ethan.SayAsync("nothing for anybody");
        await ethan.SayAsync("@cindy, how about spaghetti?");

        var notified = await Eventually.Become(() => cindy.Page.EvaluateAsync<string[]>("notified"), calls => calls.Length > 0);
        Assert.Equal(["ethan in lobby: @cindy, how about spaghetti?"], notified);
    }

    // What is shown is the desk's; the page only ever says what.
    private const string Noting = """
        globalThis.notified = [];
        const note = (title, { body }) => void notified.push(`${title}: ${body}`);
        globalThis.Notification = class extends Notification { constructor(title, options) { super(title, options); note(title, options); } };
        if (globalThis.ServiceWorkerRegistration) ServiceWorkerRegistration.prototype.showNotification = async (title, options) => note(title, options);
        """;
}
