using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class RoomTests
{
    [Fact]
    public async Task A_room_that_somebody_opens_is_found_joined_and_talked_in_by_another()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Open a room" }).First.ClickAsync();
        await cindy.Page.GetByLabel("Name").FillAsync("Kitchen");
        await cindy.Page.GetByLabel("Topic").FillAsync("What to eat");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await Expect(cindy.Page.GetByRole(AriaRole.Main).GetByText("What to eat")).ToBeVisibleAsync();

        await ethan.Page.GetByRole(AriaRole.Link, new() { Name = "Kitchen" }).ClickAsync();
        await ethan.Page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await SayAsync(ethan, "Spaghetti!");
        await Expect(cindy.Page.Locator("article").GetByText("Spaghetti!")).ToBeVisibleAsync();
        await Expect(cindy.Page.GetByText("In this room — 2")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_name_that_is_taken_is_said_beside_the_field()
    {
        await using var server = await TestServer.StartAsync();
        using var ada = await server.EnterHttpAsync("ada");
        await ada.OpenRoomAsync("Kitchen");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        cindy.Allow("409.*/api/rooms");

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Open a room" }).First.ClickAsync();
        await cindy.Page.GetByLabel("Name").FillAsync("kitchen");
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.Keyboard.PressAsync("Enter");

        await Expect(cindy.Page.GetByLabel("Name")).ToHaveAccessibleDescriptionAsync("There is a room of that name already.");
    }

    [Fact]
    public async Task Who_is_invited_to_a_private_room_sees_it_at_once_and_who_is_taken_out_is_told()
    {
        await using var server = await TestServer.StartAsync();
        using var root = await server.EnterAdminAsync("root");
        await using var admin = await Visitor.ComeAsync(server, "root", password: "correct horse");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");
        var room = await root.OpenRoomAsync("Surprise", isPrivate: true);
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Surprise" }).ClickAsync();
        await MenuAsync(admin, "Invite somebody");
        await admin.Page.GetByRole(AriaRole.Combobox).FillAsync("eth");
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();

        await ethan.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(ethan.Page).ToHaveURLAsync(new Regex($"#/rooms/{room}"));

        await admin.Page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Button, new() { Name = "ethan" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Remove from Surprise" }).ClickAsync();
        await Expect(ethan.Page.GetByText("You are no longer in Surprise.")).ToBeVisibleAsync();
        await Expect(ethan.Page).ToHaveURLAsync(new Regex("#/rooms/1"));
        await Expect(ethan.Page.GetByText("There is no such room")).ToHaveCountAsync(0);
        await Expect(ethan.Page.GetByRole(AriaRole.Link, new() { Name = "Surprise" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Leaving_asks_only_where_one_cannot_come_back()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone);
        await OpenAsync(cindy, "Kitchen", isPrivate: false);
        await MenuAsync(cindy, "Leave the room");
        await Expect(cindy.Page).ToHaveURLAsync(new Regex("#/rooms/1"));

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the rooms" }).ClickAsync();
        await OpenAsync(cindy, "Secret", isPrivate: true);
        await MenuAsync(cindy, "Leave the room");
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Button, new() { Name = "About this room" })).ToBeFocusedAsync();
        await MenuAsync(cindy, "Leave the room");
        await cindy.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Leave the room" }).ClickAsync();

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the rooms" }).ClickAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Link, new() { Name = "Kitchen" })).ToBeVisibleAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Link, new() { Name = "Secret" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_to_a_room_that_one_may_not_see_leads_to_the_lobby_and_says_so()
    {
        await using var server = await TestServer.StartAsync();
        using var ada = await server.EnterHttpAsync("ada");
        var secret = await ada.OpenRoomAsync("Secret", isPrivate: true);
        await using var cindy = await Visitor.ComeAsync(server, "cindy");

        await cindy.Page.GotoAsync($"/#/rooms/{secret}");

        await Expect(cindy.Page.GetByText("There is no such room, or it is not open to you.")).ToBeVisibleAsync();
        await Expect(cindy.Page).ToHaveURLAsync(new Regex("#/rooms/1"));
    }

    [Fact]
    public async Task An_archived_room_can_be_read_and_says_why_nothing_can_be_said()
    {
        await using var server = await TestServer.StartAsync();
        using var root = await server.EnterAdminAsync("root");
        var room = await root.OpenRoomAsync("Attic");
        await root.SayAsync("Old things", room);
        await using var admin = await Visitor.ComeAsync(server, "root", password: "correct horse");

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Attic" }).ClickAsync();
        await MenuAsync(admin, "Archive");

        await Expect(admin.Page.GetByText("nothing more is said here")).ToBeVisibleAsync();
        await Expect(admin.Page.Locator("article").GetByText("Old things")).ToBeVisibleAsync();
        await Expect(admin.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message to Attic" })).ToHaveCountAsync(0);
        await MenuAsync(admin, "Open it again");
        await Expect(admin.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message to Attic" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Of_many_rooms_one_is_found_by_a_few_letters()
    {
        await using var server = await TestServer.StartAsync();
        using var ada = await server.EnterHttpAsync("ada");
        for (var number = 1; number <= 40; number++) await ada.OpenRoomAsync($"Room {number}");
        await ada.OpenRoomAsync("Übersetzungen");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "All 41 other rooms" }).ClickAsync();
        await cindy.Page.GetByLabel("Find a room").FillAsync("uber");
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Join Übersetzungen" }).ClickAsync();

        await Expect(cindy.Page.GetByRole(AriaRole.Heading, new() { Name = "Übersetzungen" })).ToBeVisibleAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message to Übersetzungen" })).ToBeVisibleAsync();
    }

    internal static async Task SayAsync(Visitor visitor, string text)
    {
        await visitor.Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Message to") }).FillAsync(text);
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    internal static async Task MenuAsync(Visitor visitor, string item)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "About this room" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = item, Exact = true }).ClickAsync();
    }

    private static async Task OpenAsync(Visitor visitor, string name, bool isPrivate)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Open a room" }).First.ClickAsync();
        await visitor.Page.GetByLabel("Name").FillAsync(name);
        if (isPrivate) await visitor.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Private") }).CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Open", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }
}
