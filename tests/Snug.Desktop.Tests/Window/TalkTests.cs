namespace Snug.Desktop.Tests.Window;

/// <summary>The desktop client as people use it, on the real server.</summary>
public sealed class TalkTests
{
    [Fact]
    public async Task Two_people_talk()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await using var ethan = await Person.JoinAsync(screen, server, "ethan");

        await cindy.SayAsync("We had pizza last night.");
        await ethan.HearAsync("cindy", "We had pizza last night.");
        await ethan.SayAsync("How about <b>spaghetti</b>?");

        await cindy.HearAsync("cindy", "We had pizza last night.");
        await cindy.HearAsync("ethan", "How about ‹b›spaghetti‹/b›?");
        await cindy.SeeAsync("both people", seen => seen.People.SequenceEqual(["cindy (you)", "ethan"]));
    }

    [Fact]
    public async Task The_hundredth_character_is_refused_typed_or_pasted_and_the_counter_tells()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await cindy.SeeAsync("a full count", seen => seen.Counter == "99 characters left");

        await cindy.TypeAsync(new string('x', 98));
        await cindy.SeeAsync("one left", seen => seen is { Counter: "1 character left", Entry.Description: "1 character left" });
        await cindy.TypeAsync("yz");
        await cindy.SeeAsync("the 99th and not the 100th", seen => seen.Entry.Text == new string('x', 98) + "y");

        await cindy.PressAsync("ctrl+a", "ctrl+c", "End", "BackSpace", "BackSpace", "ctrl+v");
        await cindy.SeeAsync("two pasted", seen => seen.Entry.Text == new string('x', 99) && seen.Counter == "0 characters left");

        await cindy.PressAsync("Return");
        await cindy.HearAsync("cindy", new string('x', 99));
        await cindy.SeeAsync("the count again", seen => seen is { Counter: "99 characters left", Entry.Text: "" });
    }

    [Fact]
    public async Task A_screen_reader_finds_everything_by_name()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");

        var seen = await cindy.SeeAsync("the first people", seen => seen.People.Count == 1);

        Assert.Equal("cindy's Chat Room", seen.Name);
        Assert.Equal("Message", seen.Entry.Name);
        Assert.Empty(seen.Conversation);
        Assert.Contains(seen.All, found => found.Name == "Nobody has said anything since you came in.");
        Assert.Contains(seen.All, found => found.Name == "1 person is here");
        Assert.All(seen.All.Where(found => found.Role.EndsWith("button", StringComparison.Ordinal)),
            button => Assert.DoesNotContain("Gtk", button.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_reads_old_messages_is_not_disturbed_and_finds_back()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await using var ethan = await server.EnterAsync("ethan");
        for (var i = 0; i < 40; i++) await ethan.PutAsync($"line {i}");
        await cindy.SeeAsync("the newest", seen => seen.Conversation.Count == 40 && seen.ShowsNewest && !seen.All.Any(IsJump));

        await cindy.PressAsync("Prior");
        await cindy.SeeAsync("the way back", seen => seen.All.Any(IsJump));
        await ethan.PutAsync("one more");
        await ethan.PutAsync("and another");
        await cindy.SeeAsync("how many are new", seen =>
            seen.All.Any(found => IsJump(found) && found.Name == "Jump to newest, 2 new") && !seen.ShowsNewest);

        await cindy.PressAsync("ctrl+End");
        await cindy.SeeAsync("no way back any more", seen => seen.ShowsNewest && !seen.All.Any(IsJump));
    }

    [Fact]
    public async Task The_conversation_can_be_read_and_copied_from_the_keyboard()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await using var ethan = await server.EnterAsync("ethan");
        foreach (var word in (string[])["first", "second", "third"]) await ethan.PutAsync(word);
        await cindy.HearAsync("ethan", "third");

        await cindy.PressAsync("shift+Tab", "Up");
        await cindy.SeeAsync("the line before the newest", seen =>
            seen.All.Any(found => found.Is("focused") && found.Name.EndsWith(": second", StringComparison.Ordinal)));
        await cindy.PressAsync("ctrl+c", "Tab", "ctrl+v");

        await cindy.SeeAsync("the copy", seen => seen.Entry is { Text: "second" } entry && entry.Is("focused"));
    }

    [Fact]
    public async Task A_narrow_window_folds_the_people_away_and_a_key_brings_them_back()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await cindy.SeeAsync("who is here", ShowsPeople);

        await cindy.ResizeAsync(400, 500);
        await cindy.SeeAsync("the conversation alone", seen => !ShowsPeople(seen));
        await cindy.PressAsync("F9");
        await cindy.SeeAsync("who is here", ShowsPeople);
        await cindy.PressAsync("Escape");

        await cindy.SeeAsync("the conversation alone", seen => !ShowsPeople(seen) && seen.Entry.Is("focused"));
    }

    private static bool ShowsPeople(Seen seen) => seen.All.Single(found => found.Name == "Show who is here").Is("pressed");

    private static bool IsJump(Seen seen) =>
        seen.Name.StartsWith("Jump to newest", StringComparison.Ordinal) && seen.Role == "push button";
}
