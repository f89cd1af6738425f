namespace Snug.Desktop.Tests.Window;

/// <summary>Changing and answering over HTTP, from the keyboard.</summary>
public sealed class WritingTests
{
    [Fact]
    public async Task Up_changes_what_was_said_last_and_Escape_gives_the_change_up()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.SayAsync("helo");
        await cindy.HearAsync("cindy", "helo");
        await cindy.SeeAsync("it to have arrived", seen => !seen.Shows(new English().Sending));

        await cindy.PressAsync("Up");
        await cindy.SeeAsync("what was said in the entry", seen => HasEntry(seen, "helo"));
        await cindy.PressAsync("Escape");
        await cindy.SeeAsync("an empty entry", seen => HasEntry(seen, ""));
        await cindy.PressAsync("Up");
        await cindy.SeeAsync("it again", seen => HasEntry(seen, "helo"));
        await cindy.PressAsync("BackSpace");
        await cindy.TypeAsync("lo");
        await cindy.PressAsync("Return");

        await cindy.HearAsync("cindy", "hello");
        await cindy.SeeAsync("an empty entry again", seen => HasEntry(seen, ""));
    }

    [Fact]
    public async Task A_name_is_offered_and_Escape_closes_the_offer_but_keeps_what_was_typed()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        using var ethan = await server.EnterOverHttpAsync("ethan");
        await ethan.PostAsync(1, "hi");
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.SeeAsync("both", seen => seen.People.Count == 2);

        await cindy.TypeAsync("ask @eth");
        await cindy.PressAsync("Escape");
        await cindy.TypeAsync("an or @et");
        await cindy.PressAsync("Tab");
        await cindy.PressAsync("Return");

        await cindy.HearAsync("cindy", "ask @ethan or @ethan");
    }

    [Fact]
    public async Task What_is_to_be_deleted_is_asked_about_first()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        using var ethan = await server.EnterOverHttpAsync("ethan");
        await cindy.SayAsync("hello");
        await Wait.UntilAsync("it to arrive", async () => (await ethan.HistoryAsync(1)).Messages.Count == 1);

        await DeleteAsync(cindy);
        await (await cindy.AtAsync("Delete this message?")).PressAsync("Escape");
        await Wait.UntilAsync("the entry to have the focus", async () =>
        {
            await cindy.PressAsync("Escape");
            return (await cindy.LookAsync())?.All.Any(found => found.Name == "Message" && found.Is("focused")) == true;
        });
        await cindy.SayAsync("still there");
        await Wait.UntilAsync("it to arrive", async () => (await ethan.HistoryAsync(1)).Messages.Count == 2);
        await DeleteAsync(cindy);
        await (await cindy.AtAsync("Delete this message?")).ClickAsync("Delete Delete");

        await cindy.SeeAsync("the other alone", seen => seen.Conversation.Count == 1);
        Assert.Equal("hello", Assert.Single((await ethan.HistoryAsync(1)).Messages).Text);
    }

    // The newest message.
    private static async Task DeleteAsync(Person person)
    {
        await person.SeeAsync("it to have arrived", seen => !seen.Shows(new English().Sending));
        await person.PressAsync("shift+Tab", "Return");
        await person.ClickAsync("Delete");
    }

    private static bool HasEntry(Seen seen, string text) => seen.All.Any(found => found.Name == "Message" && found.Text == text);
}
