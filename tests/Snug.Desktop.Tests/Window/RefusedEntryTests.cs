namespace Snug.Desktop.Tests.Window;

public sealed class RefusedEntryTests
{
    [Fact]
    public async Task A_taken_name_is_told_in_one_line_and_opens_no_window()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await server.EnterAsync("Cindy");

        await using var program = Person.Start(screen.Environment, "cindy", "--server", $"127.0.0.1:{server.Port}");

        await AssertComplainsAsync(program, 1, "cindy");
        Assert.Null(await screen.XdotoolAsync("search", "--name", "Chat Room"));
    }

    [Fact]
    public async Task Without_a_server_there_is_one_line()
    {
        await using var screen = await Screen.OpenAsync();
        int port;
        await using (var server = await ServerProcess.StartAsync()) port = server.Port;

        await using var program = Person.Start(screen.Environment, "cindy", "--server", $"127.0.0.1:{port}");

        await AssertComplainsAsync(program, 1, $"127.0.0.1:{port}");
    }

    [Fact]
    public async Task Without_a_display_there_is_one_line()
    {
        Tools.Require();
        var nowhere = new Dictionary<string, string?> { ["DISPLAY"] = null, ["WAYLAND_DISPLAY"] = null };

        await using var program = Person.Start(nowhere, "cindy");

        await AssertComplainsAsync(program, 1, "display");
    }

    [Fact]
    public async Task Without_GTK_the_line_says_what_to_install()
    {
        // A file of that name which is no library: the loader looks no further.
        var folder = Directory.CreateTempSubdirectory("snug-no-gtk-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "libgtk-4.so.1"), "");

        await using var program = Person.Start(new Dictionary<string, string?> { ["LD_LIBRARY_PATH"] = folder }, "cindy");

        await AssertComplainsAsync(program, 1, "libgtk-4-1 libadwaita-1-0");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("", 1, "name")]
    [InlineData("two<names", 1, "two<names")]
    [InlineData("cindy --loud", 2, "--loud")]
    [InlineData("cindy --server nowhere", 2, "nowhere")]
    public async Task A_wrong_command_line_is_told_in_one_line(string line, int code, string wrong)
    {
        var nowhere = new Dictionary<string, string?> { ["DISPLAY"] = null, ["WAYLAND_DISPLAY"] = null };
        await using var program = Person.Start(nowhere, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        await AssertComplainsAsync(program, code, wrong);
    }

    [Fact]
    public async Task Help_is_no_mistake()
    {
        await using var program = Person.Start(null, "--help");

        Assert.Contains("./snug join", await program.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal((0, ""), await program.EndAsync());
    }

    private static async Task AssertComplainsAsync(Child program, int code, string about)
    {
        var (exit, errors) = await program.EndAsync();
        Assert.Equal(code, exit);
        Assert.Contains(about, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
