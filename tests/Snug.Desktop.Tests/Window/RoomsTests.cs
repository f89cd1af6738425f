using Snug.Client;

namespace Snug.Desktop.Tests.Window;

/// <summary>Rooms and people in the window, over the HTTP API.</summary>
public sealed class RoomsTests
{
    [Fact]
    public async Task Somebody_opens_a_room_another_finds_and_joins_it_and_they_talk_there()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await using var ethan = await Person.JoinOverHttpAsync(screen, server, "ethan");

        await cindy.PressAsync("ctrl+n");
        var form = await cindy.AtAsync("Open a Room");
        await form.TypeAsync("Kitchen");
        await form.PressAsync("Tab");
        await form.TypeAsync("What to eat");
        await form.PressAsync("Return");
        await cindy.SeeAsync("the room", seen => seen.Name == "Kitchen – Snug" && seen.Shows("What to eat") && seen.Rooms.SequenceEqual(["lobby", "Kitchen"]));

        await ethan.PressAsync("ctrl+k");
        var switcher = await ethan.AtAsync("Go to a Room or Person");
        await switcher.TypeAsync("kit");
        await switcher.SeeAsync("the room", seen => seen.Shows("Kitchen, Not joined"));
        await switcher.PressAsync("Return");
        await ethan.SeeAsync("that one may join", seen => seen.Name == "Kitchen – Snug" && seen.Shows("Join") && !seen.Shows("Message"));
        await ethan.ClickAsync("Join");
        await ethan.SeeAsync("the entry", seen => seen.All.Any(found => found.Name == "Message" && found.Is("focused")) && !seen.Shows("Join"));

        await ethan.SayAsync("Pizza");
        await cindy.HearAsync("ethan", "Pizza");
    }

    [Fact]
    public async Task A_name_that_is_taken_is_said_in_the_form_and_what_was_typed_stays()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");

        await cindy.PressAsync("ctrl+n");
        var form = await cindy.AtAsync("Open a Room");
        await form.TypeAsync("Lobby");
        await form.PressAsync("Return");
        await form.SeeAsync("why not", seen => seen.Alert == "There is a room of that name already." && seen.All.Any(found => found.Text == "Lobby"));
        await form.TypeAsync(" of ours");
        await form.PressAsync("Return");

        await cindy.SeeAsync("the room", seen => seen.Name == "Lobby of ours – Snug");
    }

    [Fact]
    public async Task Who_is_invited_to_a_private_room_finds_it_and_leaving_it_is_asked_about()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        using var ethan = await server.EnterOverHttpAsync("ethan");
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.SeeAsync("ethan", seen => seen.People.Contains("ethan"));

        await cindy.PressAsync("ctrl+n");
        var form = await cindy.AtAsync("Open a Room");
        await form.TypeAsync("Surprise");
        await form.PressAsync("Tab", "Tab", "Tab", "space");
        await form.ClickAsync("Open");
        await cindy.SeeAsync("the room", seen => seen.Name == "Surprise – Snug");
        await cindy.ClickAsync("About this room");
        await cindy.ClickAsync("Invite Somebody");
        var picker = await cindy.AtAsync("Invite to Surprise");
        await picker.TypeAsync("eth");
        await picker.PressAsync("Return", "Return");
        await Wait.UntilAsync("ethan to be in", async () =>
            (await ethan.RoomsAsync()).Any(room => room is { Name: "Surprise", Kind: RoomKind.Private, Joined: true }));

        await cindy.ClickAsync("About this room");
        await cindy.ClickAsync("Leave the Room");
        await (await cindy.AtAsync("Leave Surprise?")).ClickAsync("Leave Leave");
        await cindy.SeeAsync("the lobby alone", seen => seen.Name == "lobby – Snug" && seen.Rooms.SequenceEqual(["lobby"]));
        await cindy.SeeAsync("what happened", seen => seen.Shows("You are no longer in Surprise."));
    }

    [Fact]
    public async Task What_waits_elsewhere_is_counted_and_read_when_one_comes_there()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        using var ethan = await server.EnterOverHttpAsync("ethan");
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        var kitchen = await ethan.OpenRoomAsync(new NewRoom("Kitchen"));
        await ethan.InviteAsync(kitchen.Id, "cindy");
        await ethan.PostAsync(kitchen.Id, "Who is hungry?");
        await ethan.PostAsync(kitchen.Id, "@cindy, you?");
        var direct = await ethan.OpenDirectAsync(["cindy"]);
        await ethan.PostAsync(direct.Id, "psst");

        await cindy.SeeAsync("what waits", seen =>
            seen.Rooms.SequenceEqual(["lobby", "Kitchen, 2 unread, 1 mention", "ethan, 1 unread"]) && seen.Name == "(2) lobby – Snug");
        await cindy.PressAsync("alt+Down");
        await cindy.HearAsync("ethan", "@cindy, you?");
        await cindy.SeeAsync("the room read", seen =>
            seen.Rooms.SequenceEqual(["lobby", "Kitchen", "ethan, 1 unread"]) && seen.Name == "(1) Kitchen – Snug" && seen.Shows("New"));
        await cindy.PressAsync("alt+shift+Up");
        await cindy.HearAsync("ethan", "psst");

        await cindy.SeeAsync("all read", seen => seen.Name == "ethan – Snug");
        using var again = await server.EnterOverHttpAsync("dora");
        await cindy.PressAsync("alt+Up", "alt+Up");
        await cindy.SeeAsync("the first", seen => seen.All.Any(found => found.Name == "lobby" && found.Is("selected")));
    }

    [Fact]
    public async Task A_window_without_rooms_shows_nothing_of_them()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");

        var seen = await cindy.SeeAsync("who is here", seen => seen.People.Count == 1);
        await cindy.PressAsync("F8", "ctrl+k", "ctrl+f", "ctrl+n");
        await cindy.SayAsync("hello");
        await cindy.HearAsync("cindy", "hello");

        Assert.DoesNotContain(seen.All, found => found.Name is "Show the rooms" or "Search messages" or "About this room" or "Rooms");
    }
}
