using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class SwitcherTests
{
    [Fact]
    public async Task One_goes_from_room_to_room_and_to_people_with_the_keyboard_alone()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        foreach (var name in (string[])["Garden", "Kitchen"]) (await ethan.PostAsync($"/api/rooms/{await ethan.OpenRoomAsync(name)}/invite", new { name = "cindy" })).Is(204);
        await Expect(cindy.Page.GetByRole(AriaRole.Link, new() { Name = "Kitchen" })).ToBeVisibleAsync();

        await cindy.Page.Keyboard.PressAsync("Control+k");
        await Expect(cindy.Page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.Keyboard.TypeAsync("kit");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await ShowsAsync(cindy, "Kitchen");

        await cindy.Page.Keyboard.PressAsync("Alt+ArrowUp");
        await ShowsAsync(cindy, "Garden");
        await cindy.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await cindy.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await ShowsAsync(cindy, "lobby");

        await cindy.Page.Keyboard.PressAsync("Control+k");
        await cindy.Page.Keyboard.TypeAsync("èthan");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await ShowsAsync(cindy, "ethan");
    }

    [Fact]
    public async Task The_keys_are_listed_for_whoever_asks()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await ShowsAsync(cindy, "lobby");

        await cindy.Page.Keyboard.PressAsync("Control+k");
        await Expect(cindy.Page.GetByRole(AriaRole.Combobox)).ToBeVisibleAsync();
        await cindy.Page.Keyboard.PressAsync("Escape");
        await cindy.Page.Keyboard.PressAsync("Control+/");

        await Expect(cindy.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(cindy);
    }

    private static Task ShowsAsync(Visitor visitor, string room) =>
        Expect(visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Name = room, Exact = true })).ToBeVisibleAsync();
}
