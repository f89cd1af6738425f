using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class FileTests
{
    [Fact]
    public async Task Files_are_chosen_pasted_and_dropped_and_arrive_with_one_message()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");

        await cindy.Page.ChooseAsync(Attaching.Text("chosen.txt", "one"), Attaching.Text("unwanted.txt", "none"));
        await BringAsync(cindy, "paste", "pasted.txt", "two");
        await BringAsync(cindy, "dragover", "dropped.txt", "three");
        await Expect(cindy.Page.GetByText("Drop to send to lobby")).ToBeVisibleAsync();
        await BringAsync(cindy, "drop", "dropped.txt", "three");
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Remove unwanted.txt" }).ClickAsync();
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.SayAsync("");

        await Expect(ethan.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Save ") })).ToHaveCountAsync(3);
        foreach (var (name, text) in new[] { ("chosen.txt", "one"), ("pasted.txt", "two"), ("dropped.txt", "three") })
        {
            var answer = await ethan.Context.APIRequest.GetAsync((await ethan.Page.File(name).GetAttributeAsync("href"))!);
            Assert.Equal(text, await answer.TextAsync());
        }
        await Expect(cindy.Page.GetByRole(AriaRole.List, new() { Name = "Files to be sent" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_cancelled_in_mid_upload_leaves_nothing()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");
        await SayWithStuckFileAsync(cindy, "Here is my secret", Attaching.Text("secret.txt", "never mind"));

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
        await cindy.Page.SayAsync("Good morning");

        await Expect(ethan.Page.GetByText("Good morning", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(ethan.Page.GetByText("Here is my secret")).ToHaveCountAsync(0);
        await Expect(cindy.Page.GetByText("Here is my secret")).ToHaveCountAsync(0);
        await cindy.Page.ReloadAsync();
        await Expect(cindy.Page.GetByText("Good morning", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(cindy.Page.GetByText("Here is my secret")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_is_reloaded_in_mid_upload_goes_on_with_it()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");
        await SayWithStuckFileAsync(cindy, "A story", Attaching.Text("long.txt", "once upon a time"));

        await cindy.Page.UnrouteAllAsync();
        await cindy.Page.ReloadAsync();

        await Expect(ethan.Page.File("long.txt")).ToBeVisibleAsync();
        var answer = await ethan.Context.APIRequest.GetAsync((await ethan.Page.File("long.txt").GetAttributeAsync("href"))!);
        Assert.Equal("once upon a time", await answer.TextAsync());
    }

    // The file is on its way, and gets nowhere.
    private static async Task SayWithStuckFileAsync(Visitor visitor, string text, FilePayload file)
    {
        visitor.Allow("net::ERR_FAILED");
        await visitor.Page.RouteAsync("**/api/uploads?*", _ => Task.CompletedTask);
        await visitor.Page.ChooseAsync(file);
        await visitor.Page.SayAsync(text);
        await Expect(visitor.Page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
    }

    // No other program's files can be brought to a browser that nobody sees: what it would make of them is given to the page.
    private static async Task BringAsync(Visitor visitor, string way, string name, string text) =>
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Textbox).EvaluateAsync("""
            (field, [way, name, text]) => {
                const brought = new DataTransfer();
                brought.items.add(new File([text], name, { type: 'text/plain' }));
                const how = { bubbles: true, cancelable: true };
                field.dispatchEvent(way === 'paste' ? new ClipboardEvent(way, { ...how, clipboardData: brought }) : new DragEvent(way, { ...how, dataTransfer: brought }));
            }
            """, new object[] { way, name, text });
}
