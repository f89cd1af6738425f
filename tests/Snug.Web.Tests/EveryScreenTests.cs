using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class EveryScreenTests
{
    private const string Long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsverordnung and a link: https://example.com/" + "averyveryverylongpath/averyveryverylongpath";

    [Fact]
    public async Task On_a_phone_list_room_and_pane_follow_each_other_and_the_back_gesture_leads_back()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone);
        var lobby = cindy.Page.GetByRole(AriaRole.Link, new() { Name = "lobby" });
        await Axe.AssertNothingFoundAsync(cindy);

        await lobby.TapAsync();
        await cindy.SayAsync(Long);
        await Expect(cindy.Page.GetByText("Donaudampf")).ToBeVisibleAsync();
        await Expect(lobby).ToBeHiddenAsync();
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.AssertNothingOverflowsAsync();
        await cindy.Button("Who is here").TapAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Heading, new() { Name = "Who is here" })).ToBeFocusedAsync();
        await Expect(cindy.Composer()).ToBeHiddenAsync();
        await Axe.AssertNothingFoundAsync(cindy);

        await cindy.Page.GoBackAsync();
        await Expect(cindy.Composer()).ToBeVisibleAsync();
        await cindy.Button("Back to the rooms").TapAsync();
        await Expect(lobby).ToBeFocusedAsync();
        // What was closed is not lying behind: the gesture leaves the chat.
        await cindy.Page.GoBackAsync();
        Assert.DoesNotContain("#/rooms", cindy.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_shows_all_side_by_side_and_axe_finds_nothing()
    {
        await using var server = await TestServer.StartAsync();
        await using var stranger = await Visitor.ArriveAsync(server);
        await Expect(stranger.Page.GetByLabel("Your name")).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(stranger);

        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await cindy.SayAsync("We had pizza last night.");
        await Expect(cindy.Said("We had pizza last night.")).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(cindy);
    }

    [Fact]
    public async Task A_keyboard_skips_to_the_conversation()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await Expect(cindy.Composer()).ToBeVisibleAsync();

        await cindy.Button("Skip to the conversation").FocusAsync();
        await cindy.Page.Keyboard.PressAsync("Enter");

        await Expect(cindy.Composer()).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(320, 640, "ltr")]
    [InlineData(320, 256, "ltr")]
    [InlineData(844, 390, "ltr")]
    [InlineData(390, 844, "rtl")]
    [InlineData(1280, 800, "rtl")]
    public async Task Nothing_reaches_over_the_edge(int width, int height, string direction)
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterHttpAsync("ethan");
        (await ethan.PostAsync("/api/rooms/1/messages", new { text = Long })).Is(201);
        await using var visitor = await Visitor.ArriveAsync(server);
        await visitor.Page.SetViewportSizeAsync(width, height);
        await visitor.Page.EvaluateAsync($"document.documentElement.dir = '{direction}'");
        await visitor.AssertNothingOverflowsAsync();

        await visitor.Page.GetByLabel("Your name").FillAsync("cindy-with-a-name-of-32-letters.");
        await visitor.Page.GetByLabel("Your name").FillAsync("cindy-with-a-name-of-32-letters1");
        await visitor.Page.Keyboard.PressAsync("Enter");
        var lobby = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "lobby" });
        await Expect(lobby).ToBeVisibleAsync();
        await visitor.AssertNothingOverflowsAsync();
        await lobby.ClickAsync();
        await Expect(visitor.Composer()).ToBeInViewportAsync();

        await visitor.AssertNothingOverflowsAsync();
    }
}
