namespace Snug.Desktop.Tests.Window;

public sealed class LostServerTests
{
    [Fact]
    public async Task A_server_that_dies_and_returns_costs_nothing_that_was_typed_and_doubles_nothing()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await cindy.SayAsync("before");
        await cindy.HearAsync("cindy", "before");
        await cindy.TypeAsync("half a sen");

        await server.KillAsync();
        await cindy.SeeAsync("the banner", seen => seen.Alert.Contains("lost", StringComparison.Ordinal));
        await cindy.PressAsync("Return");
        await cindy.TypeAsync("tence");
        await cindy.SeeAsync("what was typed", seen => seen.Entry.Text == "half a sentence");
        Assert.Contains((await cindy.LookAsync())!.Conversation, row => row.StartsWith("Connection lost", StringComparison.Ordinal));

        await server.StartAgainAsync();
        await using var ethan = await server.EnterAsync("ethan");
        await cindy.SeeAsync("the connection again", seen => Rows(seen, "Connected again") == 1 && seen.People.Count == 2 && seen.Alert == "");
        await cindy.PressAsync("Return");
        await cindy.HearAsync("cindy", "half a sentence");

        Assert.Equal("half a sentence", Assert.Single(await ethan.GetAsync()).Text);
        Assert.Equal(1, Rows((await cindy.LookAsync())!, "cindy", "before"));
    }

    [Fact]
    public async Task A_name_that_is_taken_on_return_is_told_and_tried_for()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");

        // While cindy's program stands still, somebody else can be quicker.
        await cindy.Program.SignalAsync("STOP");
        await server.KillAsync();
        await server.StartAgainAsync();
        await using (var other = await server.EnterAsync("cindy"))
        {
            await cindy.Program.SignalAsync("CONT");
            await cindy.SeeAsync("why", seen => seen.Alert.Contains("does not let you in", StringComparison.Ordinal));
        }

        await cindy.SeeAsync("the connection again", seen => Rows(seen, "Connected again") == 1 && seen.Alert == "");
    }

    [Fact]
    public async Task A_server_that_hangs_does_not_freeze_the_window()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await using var ethan = await server.EnterAsync("ethan");

        await server.SignalAsync("STOP");
        await cindy.SayAsync("sent into silence");
        await cindy.TypeAsync("still here");
        await cindy.SeeAsync("keys and drawing", seen => seen.Entry.Text == "still here" && seen.Counter == "89 characters left");
        await cindy.SeeAsync("the word that the server is slow", seen => seen.Alert.Contains("takes long", StringComparison.Ordinal));

        await server.SignalAsync("CONT");
        await cindy.HearAsync("cindy", "sent into silence");
        Assert.Equal("sent into silence", Assert.Single(await ethan.GetAsync()).Text);
    }

    [Theory]
    [InlineData("STOP", "takes long")]
    [InlineData("KILL", "lost")]
    public async Task A_window_without_its_server_can_be_closed(string signal, string told)
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await server.SignalAsync(signal);
        await cindy.SeeAsync("the banner", seen => seen.Alert.Contains(told, StringComparison.Ordinal));

        await cindy.SayAsync("is anybody there?");
        await cindy.PressAsync("ctrl+w");

        Assert.Equal((0, ""), await cindy.Program.EndAsync());
    }

    private static int Rows(Seen seen, string begin, string end = "") => seen.Conversation.Count(row =>
        row.StartsWith(begin, StringComparison.Ordinal) && row.EndsWith(end, StringComparison.Ordinal));
}
