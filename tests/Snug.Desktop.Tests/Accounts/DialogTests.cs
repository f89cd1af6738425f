using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Tests.Apart;
using Snug.Desktop.Tests.Window;
using Snug.Desktop.View.Accounts;

namespace Snug.Desktop.Tests.Accounts;

/// <summary>The dialogs as people use them: by keyboard, and read by a screen reader.</summary>
public sealed class DialogTests
{
    [Fact]
    public async Task Who_is_refused_reads_why_and_comes_in_with_a_password()
    {
        await using var screen = await Screen.OpenAsync();
        await using var part = Part.Start(typeof(DialogTests), nameof(Enter_a_name_that_has_a_password), screen.Environment);

        await ReadyAsync(screen, part, "Come In");
        await screen.XdotoolAsync("type", "not a name");
        await screen.XdotoolAsync("key", "Return");
        await SeeAsync(screen, part, "what a name is", seen => seen.Alert.StartsWith("That is not a name", StringComparison.Ordinal));

        await screen.XdotoolAsync("key", "ctrl+a");
        await screen.XdotoolAsync("type", "cindy");
        await screen.XdotoolAsync("key", "Return");
        Assert.Equal("tries cindy, without", await part.HearAsync());
        await SeeAsync(screen, part, "that the name is taken", seen =>
            seen.Alert.StartsWith("Somebody has that name", StringComparison.Ordinal) && seen.All.Any(row => row is { Name: "Password", Role: not "label" }));

        await screen.XdotoolAsync("type", "sesame sesame");
        await screen.XdotoolAsync("key", "Return");
        Assert.Equal("tries cindy, sesame sesame", await part.HearAsync());
        Assert.Equal("cindy is in", await part.HearAsync());
        await part.EndAsync();
    }

    [Fact]
    public async Task Escape_ends_the_entry_and_what_it_was_at()
    {
        await using var screen = await Screen.OpenAsync();
        await using var part = Part.Start(typeof(DialogTests), nameof(Enter_a_server_that_hangs), screen.Environment);

        await ReadyAsync(screen, part, "Come In");
        await screen.XdotoolAsync("key", "Return");
        Assert.Equal("tries ethan", await part.HearAsync());
        await screen.XdotoolAsync("key", "Escape");

        Assert.Equal("nobody is in", await part.HearAsync());
        await part.EndAsync();
    }

    [Fact]
    public async Task A_name_is_kept_with_a_password_that_is_long_enough_and_typed_twice()
    {
        await using var screen = await Screen.OpenAsync();
        await using var part = Part.Start(typeof(DialogTests), nameof(Keep_a_name), screen.Environment);

        await ReadyAsync(screen, part, "Keep the Name cindy");
        await screen.XdotoolAsync("type", "short");
        await screen.XdotoolAsync("key", "Return");
        await SeeAsync(screen, part, "how long", seen => seen.Alert == "A password has 8 to 200 characters.");
        await screen.XdotoolAsync("type", "short no more");
        await screen.XdotoolAsync("key", "Tab", "Tab");
        await screen.XdotoolAsync("type", "something");
        await screen.XdotoolAsync("key", "Return");
        await SeeAsync(screen, part, "that they differ", seen => seen.Alert == "The two passwords are not the same.");
        await screen.XdotoolAsync("key", "ctrl+a");
        await screen.XdotoolAsync("type", "short no more");
        await screen.XdotoolAsync("key", "Return");

        Assert.Equal("keeps short no more", await part.HearAsync());
        Assert.Equal("kept: True", await part.HearAsync());
        await part.EndAsync();
    }

    [Fact(Explicit = true)]
    public void Enter_a_name_that_has_a_password() => InWindow(async () =>
    {
        var given = await EntryDialog.AskAsync(null, new(new Uri("https://chat.example.org")), (tried, _) =>
        {
            Part.Tell($"tries {tried.Entrance.Name}, {tried.Entrance.Password ?? "without"}");
            return tried.Entrance.Password is null ? Task.FromException(new RefusedException("taken", "name-taken", 409)) : Task.CompletedTask;
        }, TimeProvider.System);
        Part.Tell($"{given?.Entrance.Name ?? "nobody"} is in");
    });

    [Fact(Explicit = true)]
    public void Enter_a_server_that_hangs() => InWindow(async () =>
    {
        var given = await EntryDialog.AskAsync(null, new(new Uri("https://chat.example.org"), "ethan"), (tried, cancel) =>
        {
            Part.Tell($"tries {tried.Entrance.Name}");
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        }, TimeProvider.System);
        Part.Tell($"{given?.Entrance.Name ?? "nobody"} is in");
    });

    [Fact(Explicit = true)]
    public void Keep_a_name() => InWindow(async () =>
    {
        var isKept = await KeepNameDialog.AskAsync(null, "cindy", isKept: false, (password, _) =>
        {
            Part.Tell($"keeps {password}");
            return Task.CompletedTask;
        }, TimeProvider.System);
        Part.Tell($"kept: {isKept}");
    });

    private static void InWindow(Func<Task> part)
    {
        Assert.Null(Toolkit.Start("snug-desktop-tests", "Snug"));
        MainLoop.Run(async _ =>
        {
            await part();
            return true;
        });
    }

    private static Task<Seen> ReadyAsync(Screen screen, Part part, string title) => Wait.ForAsync(title, async () =>
    {
        Assert.False(part.Process.HasEnded, part.Process.Errors);
        if ((await screen.XdotoolAsync("search", "--name", $"^{title}$"))?.Trim() is not { Length: > 0 } window) return null;
        await screen.XdotoolAsync("windowfocus", "--sync", window);
        return await screen.ReadAsync(part.Process.Id) is { } seen && seen.All.Any(row => row.Is("editable")) ? seen : null;
    });

    private static Task<Seen> SeeAsync(Screen screen, Part part, string what, Func<Seen, bool> shows) => Wait.ForAsync(what, async () =>
    {
        Assert.False(part.Process.HasEnded, part.Process.Errors);
        return await screen.ReadAsync(part.Process.Id) is { } seen && shows(seen) ? seen : null;
    });
}
