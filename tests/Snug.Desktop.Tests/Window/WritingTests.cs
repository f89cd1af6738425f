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

    private static bool HasEntry(Seen seen, string text) => seen.All.Any(found => found.Name == "Message" && found.Text == text);
}
