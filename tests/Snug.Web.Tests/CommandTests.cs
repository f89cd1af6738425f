using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Snug.Web.Tests.ComposerTests;

namespace Snug.Web.Tests;

public class CommandTests
{
    [Fact]
    public async Task Commands_explain_themselves_and_are_never_said_by_mistake()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        cindy.Allow("404.*/api/direct|400.*/api/direct");
        var page = cindy.Page;

        await Field(cindy).FillAsync("/");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "/msg NAME TEXT Says something to one person alone" })).ToBeVisibleAsync();
        await SayAsync(cindy, "/nick bob");
        await Expect(page.GetByText("There is no command /nick.")).ToBeVisibleAsync();
        await SayAsync(cindy, "/msg ethan");
        await Expect(page.GetByText("/msg NAME TEXT: Says something to one person alone")).ToBeVisibleAsync();
        await SayAsync(cindy, "/msg nobody hello");
        await Expect(page.GetByText("Nobody here is called nobody.")).ToBeVisibleAsync();
        await SayAsync(cindy, "/join Nowhere");
        await Expect(page.GetByText("There is no room Nowhere")).ToBeVisibleAsync();
        await SayAsync(cindy, "/leave");
        await Expect(page.GetByText("Nobody leaves this room.")).ToBeVisibleAsync();
        await SayAsync(cindy, "/topic Food");
        await Expect(page.GetByText("Only admins change the topic.")).ToBeVisibleAsync();
        await SayAsync(cindy, "/help");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("/shrug");
        await Axe.AssertNothingFoundAsync(cindy);
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(0);
        await SayAsync(cindy, "//help is a command");
        await Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("/help is a command");
    }

    [Fact]
    public async Task Commands_do_what_they_say()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        await ethan.OpenRoomAsync("Kitchen");
        var page = cindy.Page;

        await SayAsync(cindy, "/me waves");
        await Expect(page.Locator("article em")).ToHaveTextAsync("waves");
        await SayAsync(cindy, "/shrug");
        await Expect(page.GetByText("¯\\_(ツ)_/¯")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kitchen" })).ToBeVisibleAsync();
        await SayAsync(cindy, "/join kitchen");
        var kitchen = page.GetByRole(AriaRole.Textbox, new() { Name = "Message to Kitchen" });
        await kitchen.FillAsync("/leave");
        await kitchen.PressAsync("Enter");
        await Expect(Field(cindy)).ToBeVisibleAsync();
        await SayAsync(cindy, "/msg ethan psst");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Message to ethan" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("psst");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Message to ethan" }).FillAsync("/search psst");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("pane=search"));
    }

    [Fact]
    public async Task Leaving_a_private_room_asks_whichever_way_one_leaves()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        var created = await cindy.Context.APIRequest.PostAsync("/api/rooms", new() { DataObject = new { name = "Secret", @private = true } });
        Assert.True(created.Ok);
        var page = cindy.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Secret" }).ClickAsync();

        var secret = page.GetByRole(AriaRole.Textbox, new() { Name = "Message to Secret" });
        await secret.FillAsync("/leave");
        await secret.PressAsync("Enter");
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "Leave Secret?" });
        await Expect(question).ToBeVisibleAsync();
        await Expect(secret).ToHaveValueAsync("");
        await question.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();

        await Expect(Field(cindy)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Secret" })).ToHaveCountAsync(0);
    }
}
