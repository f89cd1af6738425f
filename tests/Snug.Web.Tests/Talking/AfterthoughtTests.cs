using Microsoft.Playwright;

namespace Snug.Web.Tests.Talking;

public class AfterthoughtTests
{
    [Fact]
    public async Task Two_react_to_a_message_and_each_sees_the_others_reaction()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");
        using var zoe = await server.EnterHttpAsync("zoe");
        await zoe.SayAsync("How about spaghetti?");

        var seen = cindy.Row("How about spaghetti?");
        await seen.HoverAsync();
        await seen.Button("Add a reaction").First.ClickAsync();
        await cindy.Page.GetByRole(AriaRole.Searchbox).FillAsync("spaghetti");
        await cindy.Button("spaghetti").ClickAsync();
        await ethan.Row("How about spaghetti?").Button("🍝 from cindy").ClickAsync();

        var chip = cindy.Row("How about spaghetti?").Button("🍝 from cindy and ethan");
        await Expect(chip).ToHaveTextAsync("🍝2");
        await Expect(chip).ToHaveAttributeAsync("aria-pressed", "true");
        await chip.ClickAsync();
        await Expect(ethan.Row("How about spaghetti?").Button("🍝 from ethan")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_deleted_message_can_be_brought_back_until_it_is_gone_for_everybody()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");
        await cindy.Page.GetByRole(AriaRole.Textbox).FillAsync("I hate pizza");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await Expect(ethan.Row("I hate pizza")).ToBeVisibleAsync();

        await DeleteAsync(cindy, "I hate pizza");
        await Expect(cindy.Row("I hate pizza")).ToBeHiddenAsync();
        await cindy.Button("Undo").ClickAsync();
        await Expect(cindy.Row("I hate pizza")).ToBeVisibleAsync();
        await Expect(ethan.Row("I hate pizza")).ToBeVisibleAsync();

        await DeleteAsync(cindy, "I hate pizza");
        await Expect(ethan.Row("I hate pizza")).ToBeHiddenAsync(new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task Closing_the_page_deletes_what_was_taken_back()
    {
        await using var server = await TestServer.StartAsync();
        await using var ethan = await Visitor.ComeAsync(server, "ethan");
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await cindy.Page.GetByRole(AriaRole.Textbox).FillAsync("I hate pizza");
        await cindy.Page.Keyboard.PressAsync("Enter");
        await Expect(ethan.Row("I hate pizza")).ToBeVisibleAsync();

        await DeleteAsync(cindy, "I hate pizza");
        await cindy.Page.CloseAsync(new() { RunBeforeUnload = true });

        await Expect(ethan.Row("I hate pizza")).ToBeHiddenAsync(new() { Timeout = 4_000 });
    }

    [Fact]
    public async Task An_answer_leads_to_what_it_answers_however_far_back_that_is()
    {
        await using var server = await TestServer.StartAsync();
        using var zoe = await server.EnterHttpAsync("zoe");
        var original = await zoe.SayAsync("What was the name of that place?");
        await Talk.FillAsync(server, people: 1, messages: 150);
        await zoe.PostAsync("/api/rooms/1/messages", new { text = "I remember now", replyTo = original, nonce = "n" });
        await using var cindy = await Visitor.ComeAsync(server, "cindy");

        await cindy.Row("I remember now").Button("zoe What was the name of that place?").ClickAsync();

        await Expect(cindy.Row("What was the name of that place?")).ToBeFocusedAsync();
        await Expect(cindy.Row("What was the name of that place?")).ToBeInViewportAsync();
        await cindy.Button("Jump to the newest").ClickAsync();
        await Expect(cindy.Row("I remember now")).ToBeInViewportAsync();

        await zoe.DeleteAsync($"/api/messages/{original}");
        await Expect(cindy.Row("I remember now")).ToContainTextAsync("This message was deleted.");
    }

    private static async Task DeleteAsync(Visitor visitor, string text)
    {
        await visitor.Row(text).HoverAsync();
        await visitor.Row(text).Button("More").ClickAsync();
        await visitor.Button("Delete").ClickAsync();
    }
}
