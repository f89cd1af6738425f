using Snug.Client;

namespace Snug.Desktop.Tests.Window;

/// <summary>People, search and narrow windows, over the HTTP API.</summary>
public sealed class FindingTests
{
    [Fact]
    public async Task A_new_message_goes_to_several_people_and_a_click_on_somebody_mentions_them()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        using var ethan = await server.EnterOverHttpAsync("ethan");
        using var dora = await server.EnterOverHttpAsync("dora");
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.SeeAsync("them", seen => seen.People.Count == 3);

        await cindy.ClickAsync("New Message");
        var picker = await cindy.AtAsync("New Message");
        await picker.TypeAsync("dor");
        await picker.PressAsync("Return");
        await picker.TypeAsync("eth");
        await picker.PressAsync("Return");
        await picker.SeeAsync("both", seen => seen.Shows("dora, ethan"));
        await picker.PressAsync("Return");
        await cindy.SeeAsync("the conversation", seen => seen.Name == "dora, ethan – Snug" && seen.Rooms.Contains("dora, ethan"));
        await cindy.SayAsync("hi both");
        await Wait.UntilAsync("dora to have it", async () => (await dora.RoomsAsync()).Any(room => room is { Name: "cindy, ethan", Unread: 1 }));

        await cindy.PressAsync("F9");
        await cindy.PressAsync("F9");
        await cindy.SeeAsync("the keyboard at the first person", seen => HasFocus(seen, "cindy (you)"));
        await cindy.PressAsync("Down");
        await cindy.SeeAsync("the keyboard at the next one", seen => HasFocus(seen, "dora"));
        await cindy.PressAsync("Return");
        await cindy.ClickAsync("Mention");
        await cindy.SeeAsync("the name", seen => seen.All.Any(found => found is { Name: "Message", Text: "@dora " } && found.Is("focused")));
    }

    [Fact]
    public async Task Who_comes_takes_neither_the_keyboard_nor_an_open_menu_from_somebody_in_the_list()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        using var dora = await server.EnterOverHttpAsync("dora");
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.SeeAsync("dora", seen => seen.People.Count == 2);
        await cindy.PressAsync("F9", "F9");
        await cindy.SeeAsync("the keyboard at the first person", seen => HasFocus(seen, "cindy (you)"));
        await cindy.PressAsync("Down");
        await cindy.SeeAsync("the keyboard at the next one", seen => HasFocus(seen, "dora"));

        // Above her, where rows have to make room.
        using var anna = await server.EnterOverHttpAsync("anna");
        var seen = await SeeSpeakerAsync(cindy, anna, "anna");
        Assert.True(HasFocus(seen, "dora"));
        await cindy.PressAsync("Return");
        await cindy.SeeAsync("the menu", seen => seen.Shows("Mention"));
        using var bert = await server.EnterOverHttpAsync("bert");
        seen = await SeeSpeakerAsync(cindy, bert, "bert");

        Assert.True(seen.Shows("Mention"));
        await cindy.ClickAsync("Mention");
        await cindy.SeeAsync("the name", seen => seen.All.Any(found => found is { Name: "Message", Text: "@dora " } && found.Is("focused")));
    }

    [Fact]
    public async Task What_is_searched_for_is_found_and_shown_where_it_was_said()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        using var ethan = await server.EnterOverHttpAsync("ethan");
        await ethan.PostAsync(1, "the needle");
        for (var i = 0; i < 150; i++) await ethan.PostAsync(1, $"hay {i}");
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");

        await cindy.PressAsync("ctrl+n");
        var form = await cindy.AtAsync("Open a Room");
        await form.TypeAsync("Elsewhere");
        await form.PressAsync("Return");
        await cindy.SeeAsync("another room", seen => seen.Name == "Elsewhere – Snug");
        await cindy.PressAsync("ctrl+f");
        await cindy.TypeAsync("NEEDLE");
        await cindy.SeeAsync("the find", seen => seen.Shows("1 message found"));
        await cindy.PressAsync("Down", "Return");

        await cindy.SeeAsync("the message in its place", seen => seen.Name == "lobby – Snug"
            && seen.Conversation.Any(row => row.EndsWith("the needle", StringComparison.Ordinal))
            && seen.Conversation.Any(row => row.EndsWith("hay 0", StringComparison.Ordinal)));
        await cindy.PressAsync("Escape", "Escape");
        await cindy.SeeAsync("the newest", seen => seen.Conversation.Any(row => row.EndsWith("hay 149", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_narrow_window_folds_both_frames_away_and_keys_bring_them_back()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");

        await cindy.ResizeAsync(360, 500);
        await cindy.SeeAsync("the conversation alone", seen => !IsPressed(seen, "Show the rooms") && !IsPressed(seen, "Show who is here"));
        await cindy.PressAsync("F8");
        await cindy.SeeAsync("the rooms", seen => IsPressed(seen, "Show the rooms") && seen.All.Any(found => found.Name == "lobby" && found.Is("focused")));
        await cindy.PressAsync("Escape", "F9");
        await cindy.SeeAsync("who is here", seen => !IsPressed(seen, "Show the rooms") && IsPressed(seen, "Show who is here"));
        await cindy.PressAsync("Escape");

        await cindy.SeeAsync("the conversation alone", seen => !IsPressed(seen, "Show who is here")
            && seen.All.Any(found => found.Name == "Message" && found.Is("focused")));
    }

    // Newcomers are looked for when somebody unknown speaks, but not more than once a second.
    private static async Task<Seen> SeeSpeakerAsync(Person person, ChatClient speaker, string name) =>
        await Wait.ForAsync($"{name} in the list", async () =>
        {
            await speaker.PostAsync(1, "hello");
            return await person.LookAsync() is { } seen && seen.People.Contains(name) ? seen : null;
        });

    private static bool IsPressed(Seen seen, string button) => seen.All.Single(found => found.Name == button).Is("pressed");

    // Whoever says nothing for a while is called away.
    private static bool HasFocus(Seen seen, string person) => seen.All.Any(found =>
        (found.Name == person || found.Name == $"{person}, away") && found.Role == "list item" && found.Is("focused"));
}
