using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class SearchTests
{
    [Fact]
    public async Task A_find_is_marked_and_leads_to_where_it_was_said_far_back()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterHttpAsync("ethan");
        var pizza = await ethan.SayAsync("We had PIZZA last night.");
        for (var number = 0; number < 150; number++) await ethan.SayAsync($"line {number}");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Page.Locator("article").GetByText("line 149")).ToBeAttachedAsync();

        await cindy.Page.Keyboard.PressAsync("Control+Shift+f");
        await Expect(cindy.Page.GetByLabel("What to search for")).ToBeFocusedAsync();
        await cindy.Page.Keyboard.TypeAsync("pizza");
        var found = cindy.Page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Link);
        await Expect(found.Locator("mark")).ToHaveTextAsync("PIZZA");
        await Axe.AssertNothingFoundAsync(cindy);

        await found.ClickAsync();
        await Expect(cindy.Page).ToHaveURLAsync(new Regex($"#/rooms/1/{pizza}"));
        await Expect(cindy.Page.GetByRole(AriaRole.Main).GetByText("We had PIZZA last night.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nothing_found_is_said_and_one_room_alone_can_be_searched()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterHttpAsync("ethan");
        await ethan.SayAsync("pizza here");
        await ethan.SayAsync("pizza there", await ethan.OpenRoomAsync("Kitchen"));
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone);
        await cindy.Page.GetByRole(AriaRole.Link, new() { Name = "lobby" }).ClickAsync();

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Search messages" }).ClickAsync();
        await cindy.Page.GetByLabel("What to search for").FillAsync("pizza");
        await Expect(cindy.Page.GetByText("2 messages found")).ToBeVisibleAsync();
        await cindy.Page.GetByRole(AriaRole.Radio, new() { Name = "In lobby" }).CheckAsync();
        await Expect(cindy.Page.GetByText("1 message found")).ToBeVisibleAsync();
        await cindy.Page.GetByLabel("What to search for").FillAsync("tofu");
        await Expect(cindy.Page.GetByText("Nothing found for “tofu”.")).ToBeVisibleAsync();
    }
}
