using Microsoft.Playwright;

namespace Snug.Web.Tests.Talking;

public class RowTests
{
    [Fact]
    public async Task Without_a_mouse_one_walks_through_the_messages_reacts_and_answers()
    {
        await using var server = await TestServer.StartAsync();
        using var zoe = await server.EnterHttpAsync("zoe");
        await zoe.SayAsync("How about spaghetti?");
        await zoe.SayAsync("Or pizza?");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Row("Or pizza?")).ToBeVisibleAsync();
        var keys = cindy.Page.Keyboard;

        await cindy.Page.GetByRole(AriaRole.Textbox).FocusAsync();
        // What stands beside the text field comes in between.
        for (var presses = 0; presses < 6 && !await cindy.Row("Or pizza?").EvaluateAsync<bool>("row => row === document.activeElement"); presses++)
            await keys.PressAsync("Shift+Tab");
        await Expect(cindy.Row("Or pizza?")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowUp");
        await Expect(cindy.Row("How about spaghetti?")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(cindy.Button("React with 👍")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(cindy.Row("How about spaghetti?").Button("👍 from cindy")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(cindy.Row("How about spaghetti?")).ToBeFocusedAsync();

        await keys.PressAsync("Shift+F10");
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Button("Reply").Last.FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(cindy.Page.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await keys.TypeAsync("With basil");
        await keys.PressAsync("Enter");
        await Expect(cindy.Row("With basil").Button("zoe How about spaghetti?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_finger_that_rests_on_a_message_opens_what_can_be_done_with_it()
    {
        await using var server = await TestServer.StartAsync();
        using var zoe = await server.EnterHttpAsync("zoe");
        await zoe.SayAsync("How about spaghetti?");
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone);
        await cindy.Page.GotoAsync("/#/rooms/1");
        var box = (await cindy.Row("How about spaghetti?").BoundingBoxAsync())!;

        var touch = await cindy.Context.NewCDPSessionAsync(cindy.Page);
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = new[] { new { x = box.X + 150, y = box.Y + 20 } } });
        await Expect(cindy.Button("Copy text")).ToBeVisibleAsync();
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Button("React with 👍").ClickAsync();

        await Expect(cindy.Row("How about spaghetti?").Button("👍 from cindy")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_message_on_its_way_becomes_the_real_one_without_anything_moving()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await cindy.Page.GetByRole(AriaRole.Textbox).FillAsync("One");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await Expect(cindy.Page.Locator("[data-row]")).ToHaveCountAsync(1);

        await cindy.SetOfflineAsync(true);
        await cindy.Page.GetByRole(AriaRole.Textbox).FillAsync("Two");
        await cindy.Page.Keyboard.PressAsync("Enter");
        var waiting = await PlacesAsync(cindy);
        await cindy.SetOfflineAsync(false);
        await Expect(cindy.Page.Locator("[data-row]")).ToHaveCountAsync(2, new() { Timeout = 15_000 });

        Assert.Equal(waiting, await PlacesAsync(cindy));
    }

    [Fact]
    public async Task What_others_say_is_read_out_and_what_one_says_oneself_is_not()
    {
        await using var server = await TestServer.StartAsync();
        using var zoe = await server.EnterHttpAsync("zoe");
        await zoe.SayAsync("Said before");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Row("Said before")).ToBeVisibleAsync();
        await cindy.Page.GetByRole(AriaRole.Textbox).FillAsync("My own");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await Expect(cindy.Row("My own")).ToBeVisibleAsync();

        await zoe.SayAsync("Said **now**");

        await Expect(cindy.Page.GetByRole(AriaRole.Log)).ToHaveTextAsync("zoe: Said now");
    }

    private static Task<string> PlacesAsync(Visitor visitor) => visitor.Timeline().EvaluateAsync<string>("""
        scroller => JSON.stringify([...scroller.querySelectorAll('.row')].map(row => {
            const { top, height } = row.getBoundingClientRect();
            return [top, height, row.querySelector('header') !== null];
        }))
        """);
}
