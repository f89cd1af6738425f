namespace Snug.Desktop.Tests.Window;

public sealed class LeaveTests
{
    [Theory]
    [InlineData("ctrl+w")]
    [InlineData("ctrl+q")]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Closing_the_window_leaves_the_room(string way)
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await using var ethan = await server.EnterAsync("ethan");
        Assert.Equal(["cindy", "ethan"], await ethan.UsersAsync());

        if (way.StartsWith("ctrl", StringComparison.Ordinal)) await cindy.PressAsync(way);
        else await cindy.Program.SignalAsync(way);

        Assert.Equal((0, ""), await cindy.Program.EndAsync());
        await Wait.UntilAsync("cindy to be gone", async () => (await ethan.UsersAsync()).SequenceEqual(["ethan"]));
    }

    [Fact]
    public async Task What_was_sent_just_before_closing_arrives()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinAsync(screen, server, "cindy");
        await using var ethan = await server.EnterAsync("ethan");

        // A poll is on its way, so that the last word has to wait for its turn.
        await server.SignalAsync("STOP");
        await cindy.SeeAsync("a slow server", seen => seen.Alert.Contains("takes long", StringComparison.Ordinal));
        await cindy.TypeAsync("bye");
        await cindy.PressAsync("Return", "ctrl+w");
        await server.SignalAsync("CONT");

        Assert.Equal((0, ""), await cindy.Program.EndAsync());
        Assert.Equal("bye", Assert.Single(await ethan.GetAsync()).Text);
    }

    [Fact]
    public async Task A_poor_desktop_without_a_session_bus_is_no_reason_to_complain()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        var poor = new Dictionary<string, string?>(screen.Environment)
        {
            ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere",
            ["G_DEBUG"] = null,
            ["GTK_A11Y"] = null,
        };
        await using var program = Person.Start(poor, "cindy", "--server", $"127.0.0.1:{server.Port}");
        await Wait.UntilAsync("the window", async () => await screen.XdotoolAsync("search", "--name", "^cindy's Chat Room$") is not null);

        await program.SignalAsync("TERM");

        Assert.Equal((0, ""), await program.EndAsync());
    }
}
