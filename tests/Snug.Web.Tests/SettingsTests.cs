using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class SettingsTests
{
    [Fact]
    public async Task Colours_and_language_change_at_once_and_stay()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        await cindy.Page.GetByRole(AriaRole.Radio, new() { Name = "Deutsch" }).CheckAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Dialog, new() { Name = "Einstellungen" })).ToBeVisibleAsync();
        await cindy.Page.ReloadAsync();

        await Expect(cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Einstellungen" })).ToBeVisibleAsync();
        Assert.Equal("de dark", await cindy.Page.EvaluateAsync<string>("`${document.documentElement.lang} ${getComputedStyle(document.documentElement).colorScheme}`"));
    }

    [Fact]
    public async Task A_guest_keeps_the_name_with_a_password_and_then_invites_others()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone);

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await cindy.Page.GetByLabel("Keep your name with a password").FillAsync("pizza and spaghetti");
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();

        await Expect(cindy.Page.GetByLabel("Invite people to this chat")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"^{server.HttpUrl}/\\?invite=.+"));
        using var again = await server.EnterHttpAsync("cindy", "pizza and spaghetti");
    }

    [Fact]
    public async Task A_guest_who_leaves_is_told_that_the_name_becomes_free()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        // The server ends the wait for news of who has left.
        cindy.Allow("401.*/api/events");

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Leave the chat" }).ClickAsync();
        await Expect(cindy.Page.GetByText("The name cindy becomes free")).ToBeVisibleAsync();
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Leave the chat" }).ClickAsync();

        await Expect(cindy.Page.GetByLabel("Your name")).ToBeVisibleAsync();
        using var another = await server.EnterHttpAsync("cindy");
    }
}
