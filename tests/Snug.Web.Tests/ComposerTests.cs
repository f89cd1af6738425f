using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class ComposerTests
{
    [Fact]
    public async Task Names_rooms_and_emoji_are_completed_by_the_keyboard_alone()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var emile = await server.EnterHttpAsync("Émile");
        await emile.OpenRoomAsync("Kitchen table");
        await cindy.Page.ReloadAsync();
        var field = Field(cindy);
        await Expect(field).ToBeFocusedAsync();

        await cindy.Page.Keyboard.TypeAsync("@em");
        await Expect(cindy.Page.GetByRole(AriaRole.Option, new() { Name = "Émile" })).ToHaveAttributeAsync("aria-selected", "true");
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.Keyboard.PressAsync("Enter");
        await Expect(field).ToHaveValueAsync("@Émile ");

        await cindy.Page.Keyboard.TypeAsync("in #ki");
        await cindy.Page.Keyboard.PressAsync("Tab");
        await Expect(field).ToHaveValueAsync("@Émile in #Kitchen table ");

        await cindy.Page.Keyboard.TypeAsync(":piz");
        await Expect(cindy.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("pizza");
        await cindy.Page.Keyboard.PressAsync("Escape");
        await Expect(cindy.Page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        await cindy.Page.Keyboard.PressAsync("Backspace");
        await cindy.Page.Keyboard.TypeAsync("z");
        await Expect(cindy.Page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        await cindy.Page.Keyboard.PressAsync("Control+z");

        await field.FillAsync("so :pizza");
        await Expect(cindy.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("🍕");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await Expect(field).ToHaveValueAsync("so 🍕 ");
    }

    [Fact]
    public async Task One_edits_what_one_said_last_and_an_edit_to_nothing_takes_it_back()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");
        var field = Field(cindy);

        await SayAsync(cindy, "Spagetti it is");
        await Expect(Arrived(ethan, "Spagetti it is")).ToBeVisibleAsync();
        await Expect(Arrived(cindy, "Spagetti it is")).ToBeVisibleAsync();
        await field.PressAsync("ArrowUp");
        await Expect(field).ToHaveValueAsync("Spagetti it is");
        await cindy.Page.Keyboard.PressAsync("Escape");
        await Expect(field).ToHaveValueAsync("");
        await field.PressAsync("ArrowUp");
        await SayAsync(cindy, "Spaghetti it is");
        await Expect(Arrived(ethan, "Spaghetti it is")).ToBeVisibleAsync();
        await Expect(ethan.Page.GetByText("(edited)")).ToBeVisibleAsync();

        await field.PressAsync("ArrowUp");
        await SayAsync(cindy, "");
        await Expect(Arrived(cindy, "Spaghetti it is")).ToHaveCountAsync(0);
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Arrived(cindy, "Spaghetti it is")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_refused_edit_is_taken_back_on_the_screen_and_can_be_tried_again()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        cindy.Allow("429");
        var field = Field(cindy);
        await SayAsync(cindy, "first");
        await Expect(Arrived(cindy, "first")).ToBeVisibleAsync();
        await cindy.Page.RouteAsync("**/api/messages/*", route => route.FulfillAsync(new() { Status = 429, ContentType = "application/problem+json", Body = """{"code":"too-fast"}""" }));

        await field.PressAsync("ArrowUp");
        await Expect(field).ToHaveValueAsync("first");
        await SayAsync(cindy, "second");

        await Expect(cindy.Page.GetByText("Too fast.")).ToBeVisibleAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Article).GetByText("first")).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync("second");
    }

    [Fact]
    public async Task A_draft_is_there_again_after_another_room_and_a_reload()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterHttpAsync("ethan");
        var kitchen = await ethan.OpenRoomAsync("Kitchen");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await (await cindy.Context.APIRequest.PostAsync($"/api/rooms/{kitchen}/join")).DisposeAsync();
        await cindy.Page.ReloadAsync();

        // Wherever one types, it is for the room.
        await Expect(Field(cindy)).ToBeFocusedAsync();
        await cindy.Page.EvaluateAsync("document.activeElement.blur()");
        await cindy.Page.Keyboard.TypeAsync("half a th");
        await cindy.Page.GetByRole(AriaRole.Link, new() { Name = "Kitchen" }).ClickAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message to Kitchen" })).ToHaveValueAsync("");
        await cindy.Page.GetByRole(AriaRole.Link, new() { Name = "lobby" }).ClickAsync();
        await Expect(Field(cindy)).ToHaveValueAsync("half a th");
        await cindy.Page.Keyboard.TypeAsync("ought");
        await cindy.Page.ReloadAsync();
        await Expect(Field(cindy)).ToHaveValueAsync("half a thought");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await Expect(cindy.Page.GetByRole(AriaRole.Article).GetByText("half a thought")).ToBeVisibleAsync();
        await cindy.Page.ReloadAsync();
        await Expect(Field(cindy)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Near_the_limit_one_is_told_how_much_is_left_and_beyond_it_nothing_is_sent()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        var send = cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true });

        await Field(cindy).FillAsync(string.Concat(Enumerable.Repeat("🍝", 3700)));
        await Expect(cindy.Page.GetByText("300 left")).ToBeVisibleAsync();
        await Field(cindy).FillAsync(new string('x', 4001));
        await Expect(cindy.Page.GetByText("Too long by 1 character")).ToBeVisibleAsync();
        await Expect(send).ToBeDisabledAsync();
        await Axe.AssertNothingFoundAsync(cindy);
        await Field(cindy).PressAsync("Enter");
        await Expect(Field(cindy)).ToHaveValueAsync(new Regex("^x{4001}$"));
        await Field(cindy).FillAsync(new string('x', 4000) + "\n\n");
        await send.ClickAsync();
        await Expect(Field(cindy)).ToHaveValueAsync("");
        await Expect(cindy.Page.GetByRole(AriaRole.Article)).ToContainTextAsync("xxxx");
    }

    [Fact]
    public async Task On_a_phone_enter_begins_a_line_and_the_button_sends()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone);
        await cindy.Page.GotoAsync("/#/rooms/1");

        await Field(cindy).TapAsync();
        await cindy.Page.Keyboard.TypeAsync("one");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await cindy.Page.Keyboard.TypeAsync("two");
        await Expect(Field(cindy)).ToHaveValueAsync("one\ntwo");
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).TapAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Article)).ToContainTextAsync("two");
        await Expect(Field(cindy)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keys_put_marks_around_what_is_selected_and_an_address_over_it_makes_a_link()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        var field = Field(cindy);

        await field.FillAsync("pizza");
        await cindy.Page.Keyboard.PressAsync("Control+a");
        await cindy.Page.Keyboard.PressAsync("Control+b");
        await Expect(field).ToHaveValueAsync("**pizza**");
        await cindy.Page.Keyboard.PressAsync("Control+z");
        await Expect(field).ToHaveValueAsync("pizza");
        await cindy.Page.Keyboard.PressAsync("Control+a");
        await cindy.Page.EvaluateAsync("navigator.clipboard.writeText('https://snug.example/pizza')");
        await cindy.Page.Keyboard.PressAsync("Control+v");
        await Expect(field).ToHaveValueAsync("[pizza](https://snug.example/pizza)");
    }

    internal static ILocator Field(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message to lobby" });

    // What waits to be sent has no id yet.
    private static ILocator Arrived(Visitor visitor, string text) => visitor.Page.Locator("[id^=message-]").GetByText(text);

    internal static async Task SayAsync(Visitor visitor, string text)
    {
        await Field(visitor).FillAsync(text);
        await Field(visitor).PressAsync("Enter");
    }
}
