using Microsoft.Playwright;
using Snug.Server.Talk;

namespace Snug.Web.Tests;

public class ComingInTests
{
    [Fact]
    public async Task Two_people_come_in_with_a_name_and_talk()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ArriveAsync(server);
        await using var ethan = await Visitor.ArriveAsync(server, Device.Phone);

        await EnterAsync(cindy, "cindy");
        await EnterAsync(ethan, "ethan");
        await ethan.Page.GetByRole(AriaRole.Link, new() { Name = "lobby" }).TapAsync();
        await cindy.SayAsync("We had pizza last night.");
        await Expect(ethan.Said("We had pizza last night.")).ToBeVisibleAsync();
        await ethan.SayAsync("How about spaghetti?");

        await Expect(cindy.Said("How about spaghetti?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_taken_name_says_so_in_place_and_its_owner_comes_in_with_the_password()
    {
        await using var server = await TestServer.StartAsync();
        using var noor = await server.EnterHttpAsync("noor");
        (await noor.PutAsync("/api/account", new { password = "correct horse" })).Is(200);
        await using var visitor = await Visitor.ArriveAsync(server);
        visitor.Allow("40[19].*/api/session");
        var password = visitor.Page.GetByLabel("Password");

        await Expect(visitor.Page.GetByLabel("Your name")).ToBeFocusedAsync();
        await Expect(password).ToHaveCountAsync(0);
        await EnterAsync(visitor, "noor");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody has that name");
        await Expect(visitor.Page.GetByLabel("Your name")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(password).ToBeFocusedAsync();
        await Axe.AssertNothingFoundAsync(visitor);

        await password.FillAsync("a guess");
        await password.PressAsync("Enter");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The password is wrong");
        await Expect(password).ToBeFocusedAsync();
        await password.FillAsync("correct horse");
        await password.PressAsync("Enter");

        await Expect(visitor.Composer()).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_name_than_the_taken_one_needs_no_password()
    {
        await using var server = await TestServer.StartAsync();
        using var noor = await server.EnterHttpAsync("noor", null);
        await using var visitor = await Visitor.ArriveAsync(server);
        visitor.Allow("409.*/api/session");

        await EnterAsync(visitor, "noor");
        await visitor.Page.GetByLabel("Password").FillAsync("whatever");
        await EnterAsync(visitor, "ethan");

        await Expect(visitor.Composer()).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_an_invite_is_needed_the_form_asks_for_it_and_a_link_brings_it_along()
    {
        await using var server = await TestServer.StartAsync(with: options => options with { Access = Access.Accounts });
        using var admin = await server.EnterAdminAsync("admin");
        var code = (string)(await admin.PostAsync("/api/invites", new { hours = 24 })).Is(201).Body["code"]!;
        await using var visitor = await Visitor.ArriveAsync(server);
        visitor.Allow("40[03].*/api/session");

        await EnterAsync(visitor, "ethan");
        await Expect(visitor.Page.GetByLabel("Invite code")).ToBeFocusedAsync();
        await Expect(visitor.Page.GetByLabel("Choose a password")).ToHaveAttributeAsync("autocomplete", "new-password");
        await visitor.Page.GotoAsync($"/?invite={code}");
        await Expect(visitor.Page.GetByLabel("Invite code")).ToHaveValueAsync(code);
        await EnterAsync(visitor, "ethan");
        await Expect(visitor.Page.GetByLabel("Choose a password")).ToBeFocusedAsync();
        await visitor.Page.GetByLabel("Choose a password").FillAsync("spaghetti, please");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Composer()).ToBeVisibleAsync();
        Assert.DoesNotContain("invite", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_is_in_at_once_and_who_lost_the_name_is_asked_for_another()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ArriveAsync(server);
        await EnterAsync(cindy, "cindy");
        await cindy.SayAsync("I will be back");
        await Expect(cindy.Said("I will be back")).ToBeVisibleAsync();
        await cindy.Page.ReloadAsync();
        await Expect(cindy.Said("I will be back")).ToBeVisibleAsync();

        // The cookie goes, what the page keeps stays: as when a session ends elsewhere while no page is open that would be told.
        cindy.Allow("401");
        await cindy.Page.GotoAsync("about:blank");
        await cindy.Context.ClearCookiesAsync();
        await cindy.Page.GotoAsync(server.HttpUrl);

        await Expect(cindy.Page.GetByLabel("Your name")).ToHaveValueAsync("cindy");
        await Expect(cindy.Page.GetByText("You are no longer in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_server_that_is_away_lets_the_form_keep_what_was_typed()
    {
        await using var server = await TestServer.StartAsync();
        await using var visitor = await Visitor.ArriveAsync(server);
        await visitor.SetOfflineAsync(true);

        await EnterAsync(visitor, "cindy");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be reached");
        await Expect(visitor.Page.GetByLabel("Your name")).ToHaveValueAsync("cindy");
        await visitor.SetOfflineAsync(false);
        await visitor.Button("Enter").ClickAsync();

        await Expect(visitor.Composer()).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_leaves_by_one_tab_has_left_in_the_other_and_enters_in_both()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Composer()).ToBeVisibleAsync();
        var other = await cindy.Context.NewPageAsync();
        await other.GotoAsync("/");
        await Expect(other.Locator("main textarea")).ToBeVisibleAsync();

        await other.EvaluateAsync("fetch('/api/session', { method: 'DELETE' })");
        cindy.Allow("401");
        await Expect(other.GetByLabel("Your name")).ToBeVisibleAsync();
        await Expect(cindy.Page.GetByLabel("Your name")).ToBeVisibleAsync();
        await EnterAsync(cindy, "cindy");

        await Expect(other.Locator("main textarea")).ToBeVisibleAsync();
    }

    private static async Task EnterAsync(Visitor visitor, string name)
    {
        await visitor.Page.GetByLabel("Your name").FillAsync(name);
        await visitor.Page.GetByLabel("Your name").PressAsync("Enter");
    }
}
