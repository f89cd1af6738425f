using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class DirectTests
{
    [Fact]
    public async Task What_is_said_directly_is_counted_in_the_list_and_in_the_title_until_it_is_read()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        await Expect(cindy.Page).ToHaveTitleAsync("lobby · Snug");
        var room = (await ethan.AskDirectAsync("cindy")).Is(201).Id;

        await ethan.SayAsync("psst", room);
        await Expect(cindy.Page.GetByRole(AriaRole.Link, new() { Name = "ethan 1 unread message" })).ToBeVisibleAsync();
        await Expect(cindy.Page).ToHaveTitleAsync("(1) lobby · Snug");
        Assert.Contains("icon-dot", await cindy.Page.Locator("link[rel=icon]").First.GetAttributeAsync("href"));

        await (await cindy.Context.APIRequest.PutAsync($"/api/rooms/{room}/read", new() { DataObject = new { upTo = await NewestAsync(ethan, room) } })).DisposeAsync();
        await Expect(cindy.Page).ToHaveTitleAsync("lobby · Snug");
    }

    [Fact]
    public async Task Somebody_is_written_to_from_their_card_or_with_others_from_the_list()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterHttpAsync("ethan");
        using var zoe = await server.EnterHttpAsync("zoe");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");

        await cindy.Page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Button, new() { Name = "ethan" }).ClickAsync();
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Message", Exact = true }).ClickAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message to ethan" })).ToBeVisibleAsync();

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "New message" }).ClickAsync();
        foreach (var name in (string[])["eth", "zo"])
        {
            await cindy.Page.GetByRole(AriaRole.Combobox).FillAsync(name);
            await cindy.Page.Keyboard.PressAsync("Enter");
        }
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Start talking" }).ClickAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Heading, new() { Name = "ethan, zoe" })).ToBeVisibleAsync();
    }

    private static async Task<long> NewestAsync(ChatUser user, long room) => (long)(await user.GetAsync($"/api/rooms/{room}/messages?limit=1")).Is(200).Body["messages"]![0]!["id"]!;
}
