using Snug.Desktop.Tests.Apart;
using Snug.Desktop.Tests.Window;

namespace Snug.Desktop.Tests.Light;

/// <summary>What the window over HTTP takes of the machine. The figures that are asked for leave room for other systems' libraries.</summary>
public sealed class LightTests
{
    // GTK keeps rows for what is in view, and up to two hundred around it.
    private const int MostRows = 260;
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(3), AlmostNothing = TimeSpan.FromMilliseconds(50);

    [Fact]
    public Task A_long_past_is_scrolled_through_with_few_rows_and_little_memory() => ScrollAsync(speakers: 4, each: 400);

    // Takes minutes: the server lets nobody say so much at once.
    [Fact(Explicit = true)]
    public Task Ten_thousand_messages_are_scrolled_through_with_few_rows_and_little_memory() => ScrollAsync(speakers: 20, each: 500);

    [Fact]
    public async Task While_nothing_happens_the_window_does_nothing()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await FillAsync(server, speakers: 2, each: 100);
        await using var relay = new Relay(server.Url);
        await using var cindy = await JoinAsync(screen, relay.Url);

        // The cursor blinks for a while after the last key; then there is nothing left to do.
        var (since, busy, asked) = (TimeProvider.System.GetTimestamp(), Usage.Busy(cindy.Id), relay.Requests.Count);
        await Wait.UntilAsync("a while without work", () =>
        {
            var now = Usage.Busy(cindy.Id);
            if (TimeProvider.System.GetElapsedTime(since) < AWhile) return Task.FromResult(false);
            if (now - busy <= AlmostNothing) return Task.FromResult(true);
            (since, busy, asked) = (TimeProvider.System.GetTimestamp(), now, relay.Requests.Count);
            return Task.FromResult(false);
        });

        // A poll whose time is over is asked again: that is all that may be.
        Assert.NotEmpty(relay.Requests);
        Assert.All(relay.Requests.Skip(asked), request => Assert.StartsWith("GET /api/events?", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hundred_windows_that_were_opened_and_closed_leave_nothing()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await FillAsync(server, speakers: 2, each: 40);

        await using var part = Part.Start(typeof(WindowScenes), nameof(WindowScenes.A_hundred_windows),
            new Dictionary<string, string?>(EnvironmentOf(screen)) { [WindowScenes.Server] = server.Url.ToString(), ["GTK_A11Y"] = "none" });
        await part.EndAsync();
    }

    private static async Task ScrollAsync(int speakers, int each)
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await FillAsync(server, speakers, each);
        await using var cindy = await JoinAsync(screen, server.Url);
        await Wait.ForAsync("the newest messages", () => screen.ReadAsync(cindy.Id));
        var before = Usage.OwnMegabytes(cindy.Id);

        // Several screens at a time, until the first of all is there.
        var pages = Enumerable.Repeat("Prior", 25).ToArray();
        for (var presses = 0; ; presses += pages.Length)
        {
            Assert.InRange(presses, 0, speakers * each);
            await screen.XdotoolAsync(["key", "--delay", "30", .. pages]);
            var rows = (await Wait.ForAsync("the window", () => screen.ReadAsync(cindy.Id))).Conversation;
            Assert.InRange(rows.Count, 1, MostRows);
            if (rows[0].EndsWith(": the first of all", StringComparison.Ordinal)) break;
        }

        var after = Usage.OwnMegabytes(cindy.Id);
        TestContext.Current.TestOutputHelper?.WriteLine($"own memory: {before} MB, at the top {after} MB; resident {Usage.Megabytes(cindy.Id)} MB");
        Assert.InRange(after, 1, 120);
    }

    private static async Task<Child> JoinAsync(Screen screen, Uri server)
    {
        var program = Person.Start(EnvironmentOf(screen), "cindy", "--url", server.ToString());
        var window = await Wait.ForAsync("the window", async () =>
        {
            Assert.False(program.HasEnded, program.Errors);
            return (await screen.XdotoolAsync("search", "--all", "--onlyvisible", "--pid", $"{program.Id}", "--name", "."))?.Trim();
        });
        await Wait.ForAsync("the conversation", async () =>
        {
            await screen.XdotoolAsync("windowfocus", "--sync", window);
            return await screen.ReadAsync(program.Id) is { Conversation.Count: > 1 } seen ? seen : null;
        });
        return program;
    }

    private static Dictionary<string, string?> EnvironmentOf(Screen screen)
    {
        var home = screen.Environment["XDG_RUNTIME_DIR"];
        return new(screen.Environment) { ["XDG_DATA_HOME"] = home, ["XDG_CACHE_HOME"] = home };
    }

    private static async Task FillAsync(ServerProcess server, int speakers, int each)
    {
        using (var first = await server.EnterOverHttpAsync("first")) await first.PostAsync(1, "the first of all");
        await Parallel.ForEachAsync(Enumerable.Range(0, speakers), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (speaker, cancel) =>
        {
            using var user = await server.EnterOverHttpAsync($"guest{speaker}");
            for (var i = 0; i < each; i++) await user.PostAsync(1, $"{i} of {speaker}", cancel);
        });
    }
}
