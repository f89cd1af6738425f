using System.Text.Json;
using Snug.Client;
using Snug.Desktop.Accounts;
using Snug.Desktop.Model;
using Snug.Desktop.Settings;

namespace Snug.Desktop.Tests.Window;

/// <summary>Coming in over HTTP, and coming back.</summary>
public sealed class EnteringTests
{
    [Fact]
    public async Task Who_closes_the_window_comes_back_as_the_same_guest_to_what_was_said()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using (var before = await Person.JoinOverHttpAsync(screen, server, "cindy"))
        {
            await before.SayAsync("back in a moment");
            await before.SeeAsync("that it has arrived", seen => seen.Conversation.Count == 1 && !seen.All.Any(part => part.Name == "Sending…"));
            await before.PressAsync("ctrl+w");
            Assert.Equal((0, ""), await before.Program.EndAsync());
        }

        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");

        await cindy.HearAsync("cindy", "back in a moment");
    }

    [Fact]
    public async Task A_name_with_a_password_is_asked_for_it_until_it_is_right()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        using var elsewhere = await ChatClient.EnterAsync(server.Url, "cindy");
        await elsewhere.SetPasswordAsync("sesame sesame");

        await using var cindy = Person.Begin(screen, "cindy", "--url", $"{server.Url}");
        await cindy.TurnToAsync("Come In");
        await cindy.SeeAsync("the question", seen => seen.Alert.StartsWith("Somebody has that name", StringComparison.Ordinal), focusFirst: true);
        await cindy.SayAsync("open sesame");
        await cindy.SeeAsync("the no", seen => seen.Alert == "The password is wrong.");
        await cindy.PressAsync("ctrl+a");
        await cindy.SayAsync("sesame sesame");

        await cindy.ComeInAsync();
    }

    [Fact]
    public async Task Who_starts_without_a_name_is_asked_where_and_who()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();

        await using var cindy = Person.Begin(screen);
        await cindy.TurnToAsync("Come In");
        await cindy.SeeAsync("two fields", seen => seen.All.Count(part => part.Is("editable")) == 2, focusFirst: true);
        await cindy.TypeAsync("cindy");
        await cindy.PressAsync("shift+Tab", "ctrl+a");
        await cindy.SayAsync(server.Url.Authority);

        await cindy.ComeInAsync();
    }

    [Fact]
    public async Task Who_is_put_out_comes_in_again_to_what_they_had_begun()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.TypeAsync("half a sen");

        using var elsewhere = ChatClient.Resume(server.Url, await KeptAsync(screen, server));
        await elsewhere.LeaveAsync();
        await cindy.TurnToAsync("Come Back In");
        await cindy.PressAsync("Return");

        await cindy.ComeInAsync();
        await cindy.SeeAsync("what was begun", seen => seen.Entry.Text == "half a sen");
        await cindy.SayAsync("tence");
        await cindy.HearAsync("cindy", "half a sentence");
    }

    [Fact]
    public async Task Without_its_server_the_window_opens_and_what_is_said_goes_out_later()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using (var before = await Person.JoinOverHttpAsync(screen, server, "cindy"))
        {
            await before.PressAsync("ctrl+w");
            Assert.Equal((0, ""), await before.Program.EndAsync());
        }
        await server.KillAsync();

        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.SeeAsync("the word that the server is away", seen => seen.Alert.Contains("goes out as soon as it is back", StringComparison.Ordinal));
        await cindy.SayAsync("said in the dark");
        await server.StartAgainAsync();

        using var ethan = await ChatClient.EnterAsync(server.Url, "ethan");
        await Wait.UntilAsync("the message", async () => (await ethan.HistoryAsync(1)).Messages is [{ Text: "said in the dark", From.Name: "cindy" }]);
        await cindy.SeeAsync("the banner to go", seen => seen.Alert.Length == 0);
    }

    [Fact]
    public async Task A_name_that_is_open_in_another_window_is_told_so()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");

        await using var second = Person.Begin(screen, "cindy", "--url", $"{server.Url}");

        Assert.Equal((1, "snug join: cindy is open in another window of this chat already.\n"), await second.Program.EndAsync());
    }

    [Fact]
    public async Task A_direct_message_is_notified_and_leads_to_its_room()
    {
        await using var screen = await Screen.OpenAsync();
        await using var desktop = new Child(
            Tools.Find("python3")!, [Path.Combine(AppContext.BaseDirectory, "Notify", "notifications.py")],
            new Dictionary<string, string?>(screen.Environment) { ["G_DEBUG"] = null });
        Assert.Contains("ready", await desktop.ReadLineAsync(), StringComparison.Ordinal);
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.SeeAsync("that the chat has begun", seen => seen.People.Count > 0);

        using var ethan = await ChatClient.EnterAsync(server.Url, "ethan");
        var direct = await ethan.OpenDirectAsync(["cindy"]);
        await ethan.PostAsync(direct.Id, "are you there?");

        var shown = JsonDocument.Parse(await desktop.ReadLineAsync()).RootElement;
        Assert.Equal(("ethan", "are you there?"), (shown.GetProperty("title").GetString(), shown.GetProperty("body").GetString()));
        await desktop.WriteAsync("choose\n");
        await cindy.HearAsync("ethan", "are you there?");
    }

    [Fact]
    public async Task Who_leaves_the_chat_is_asked_first_and_gives_the_name_back()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");

        await cindy.PressAsync("F10", "Up", "Return");
        await cindy.TurnToAsync("Leave the Chat[?]");
        await cindy.PressAsync("Tab", "Return");

        Assert.Equal((0, ""), await cindy.Program.EndAsync());
        Assert.Null(await new TokenStore(Path.Combine(screen.Environment["XDG_DATA_HOME"]!, "snug", "sessions"), TimeProvider.System).ReadAsync(server.Url, "cindy"));
        using var another = await ChatClient.EnterAsync(server.Url, "cindy");
    }

    [Fact]
    public async Task The_window_remembers_its_size_and_opens_in_the_room_of_last_time()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        var memory = new WindowStateFile(Path.Combine(screen.Environment["XDG_STATE_HOME"]!, "snug"));
        await using (var before = await Person.JoinOverHttpAsync(screen, server, "cindy"))
        {
            await before.ResizeAsync(760, 520);
            await before.PressAsync("ctrl+w");
            Assert.Equal((0, ""), await before.Program.EndAsync());
        }
        var left = memory.Read();
        Assert.Equal((760, 520, ChatRoom.LobbyId), (left.Width, left.Height, left.RoomOf(server.Url, "cindy")));
        using var ethan = await ChatClient.EnterAsync(server.Url, "ethan");
        var kitchen = await ethan.OpenRoomAsync(new NewRoom("kitchen"));
        await ethan.InviteAsync(kitchen.Id, "cindy");
        await ethan.PostAsync(kitchen.Id, "soup is ready");

        Assert.True(memory.TryWrite(left.WithRoom(server.Url, "cindy", kitchen.Id)));
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");

        await cindy.HearAsync("ethan", "soup is ready");
    }

    private static async Task<Session> KeptAsync(Screen screen, ServerProcess server) => Assert.IsType<Session>(
        await new TokenStore(Path.Combine(screen.Environment["XDG_DATA_HOME"]!, "snug", "sessions"), TimeProvider.System).ReadAsync(server.Url, "cindy"));
}
