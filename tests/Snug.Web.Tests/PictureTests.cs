using System.Text;
using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class PictureTests
{
    [Fact]
    public async Task A_photograph_arrives_upright_and_without_its_place()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");
        var photograph = Photograph.WithPlace(await Photograph.TakeAsync(cindy, 80, 40));

        await cindy.Page.ChooseAsync(photograph.AsFile("holiday.jpg"));
        await cindy.Page.SayAsync("Look where we are");

        var picture = ethan.Page.GetByRole(AriaRole.Button, new() { Name = "Picture holiday.webp from cindy: show large" }).Locator("img");
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        // It was lying on its side, and the camera said so.
        Assert.Equal("40 80", await picture.EvaluateAsync<string>("image => image.decode().then(() => `${image.naturalWidth} ${image.naturalHeight}`)"));
        var stored = await ethan.Context.APIRequest.GetAsync((await picture.GetAttributeAsync("src"))!);
        var bytes = Encoding.Latin1.GetString(await stored.BodyAsync());
        Assert.DoesNotContain(Photograph.Place, bytes);
        Assert.DoesNotContain("Exif", bytes, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("WEBP", bytes);
    }

    [Fact]
    public async Task What_the_browser_cannot_read_is_sent_only_when_somebody_wants_it()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");

        await cindy.Page.ChooseAsync(new FilePayload { Name = "photo.heic", MimeType = "image/heic", Buffer = [1, 2, 3] });
        await Expect(cindy.Page.GetByText("(perhaps the place) would be sent with it")).ToBeVisibleAsync();
        await cindy.Page.SayAsync("Here it is");

        var agree = cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Send it as it is" });
        await Expect(agree).ToBeFocusedAsync();
        await agree.ClickAsync();
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Link, new() { Name = "Save photo.heic" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_finger_that_closes_a_picture_opens_no_toolbar()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy", Device.Phone);
        await cindy.Page.GetByRole(AriaRole.Link, new() { Name = "lobby" }).TapAsync();
        await cindy.Page.ChooseAsync((await Photograph.TakeAsync(cindy, 320, 200, "teal")).AsFile("teal.jpg"));
        await cindy.Button("Send").TapAsync();

        await Shown(cindy, "teal").TapAsync();
        await cindy.Button("Close").TapAsync();

        await Expect(Shown(cindy, "teal")).ToBeFocusedAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Toolbar)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Pictures_are_looked_through_by_keyboard_and_found_in_the_gallery()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        foreach (var colour in new[] { "teal", "tomato" })
        {
            await cindy.Page.ChooseAsync((await Photograph.TakeAsync(cindy, 320, 200, colour)).AsFile($"{colour}.jpg"));
            await cindy.Page.SayAsync($"This is {colour}");
        }
        var first = Shown(cindy, "teal");
        await Expect(Shown(cindy, "tomato")).ToBeVisibleAsync();

        await first.FocusAsync();
        await cindy.Page.Keyboard.PressAsync("Enter");
        var viewer = cindy.Page.GetByRole(AriaRole.Dialog, new() { Name = "Pictures" });
        await Expect(viewer.GetByRole(AriaRole.Img, new() { Name = "teal.webp, picture 1 of 2" })).ToBeVisibleAsync();
        await cindy.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(viewer.GetByRole(AriaRole.Img, new() { Name = "tomato.webp, picture 2 of 2" })).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.Keyboard.PressAsync("Escape");
        await Expect(viewer).ToHaveCountAsync(0);
        await Expect(first).ToBeFocusedAsync();

        await first.ClickAsync();
        await viewer.GetByRole(AriaRole.Button, new() { Name = "All pictures of this room" }).ClickAsync();
        var gallery = cindy.Page.GetByRole(AriaRole.Complementary, new() { Name = "Pictures" });
        await Expect(gallery.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await gallery.GetByRole(AriaRole.Button, new() { Name = "Picture tomato.webp from cindy: show large" }).ClickAsync();
        await viewer.GetByRole(AriaRole.Button, new() { Name = "Show in conversation" }).ClickAsync();
        await Expect(viewer).ToHaveCountAsync(0);
        await Expect(cindy.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"#/rooms/1/\d+\?pane=gallery$"));
        await Axe.AssertNothingFoundAsync(cindy);
    }

    private static ILocator Shown(Visitor visitor, string colour) =>
        visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = $"Picture {colour}.webp from cindy: show large" });
}
