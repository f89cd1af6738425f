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
        await using var asked = await Asked.OpenAsync(nameof(Enter_a_name_that_has_a_password), "Come In");

        await asked.EnterAsync("not a name");
        await asked.SeeAsync("what a name is", seen => seen.Alert.StartsWith("That is not a name", StringComparison.Ordinal));

        await asked.PressAsync("ctrl+a");
        await asked.EnterAsync("cindy");
        Assert.Equal("tries cindy, without", await asked.HearAsync());
        await asked.SeeAsync("that the name is taken", seen =>
            seen.Alert.StartsWith("Somebody has that name", StringComparison.Ordinal) && seen.All.Any(row => row is { Name: "Password", Role: not "label" }));

        await asked.EnterAsync("sesame sesame");
        Assert.Equal("tries cindy, sesame sesame", await asked.HearAsync());
        Assert.Equal("cindy is in", await asked.HearAsync());
        await asked.EndAsync();
    }

    [Fact]
    public async Task Escape_ends_the_entry_and_what_it_was_at()
    {
        await using var asked = await Asked.OpenAsync(nameof(Enter_a_server_that_hangs), "Come In");

        await asked.PressAsync("Return");
        Assert.Equal("tries ethan", await asked.HearAsync());
        await asked.PressAsync("Escape");

        Assert.Equal("nobody is in", await asked.HearAsync());
        await asked.EndAsync();
    }

    [Fact]
    public async Task A_name_is_kept_with_a_password_that_is_long_enough_and_typed_twice()
    {
        await using var asked = await Asked.OpenAsync(nameof(Keep_a_name), "Keep the Name cindy");

        await asked.EnterAsync("short");
        await asked.SeeAsync("how long", seen => seen.Alert == "A password has 8 to 200 characters.");
        await asked.TypeAsync("short no more");
        await asked.PressAsync("Tab", "Tab");
        await asked.EnterAsync("something");
        await asked.SeeAsync("that they differ", seen => seen.Alert == "The two passwords are not the same.");
        await asked.PressAsync("ctrl+a");
        await asked.EnterAsync("short no more");

        Assert.Equal("keeps short no more", await asked.HearAsync());
        Assert.Equal("kept: True", await asked.HearAsync());
        await asked.EndAsync();
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

    /// <summary>A dialog in a process of its own, and the person before it.</summary>
    private sealed class Asked(Screen screen, Part part) : IAsyncDisposable
    {
        public static async Task<Asked> OpenAsync(string name, string title)
        {
            var screen = await Screen.OpenAsync();
            var asked = new Asked(screen, Part.Start(typeof(DialogTests), name, screen.Environment));
            try
            {
                await asked.FocusAsync(title);
                return asked;
            }
            catch
            {
                await asked.DisposeAsync();
                throw;
            }
        }

        public async Task TypeAsync(string text) => await screen.XdotoolAsync("type", text);

        public async Task PressAsync(params string[] keys) => await screen.XdotoolAsync(["key", .. keys]);

        public async Task EnterAsync(string text)
        {
            await TypeAsync(text);
            await PressAsync("Return");
        }

        public Task<Seen> SeeAsync(string what, Func<Seen, bool> shows) =>
            Wait.ForAsync(what, async () => await ReadAsync() is { } seen && shows(seen) ? seen : null);

        public Task<string> HearAsync() => part.HearAsync();

        public Task EndAsync() => part.EndAsync();

        public async ValueTask DisposeAsync()
        {
            await part.DisposeAsync();
            await screen.DisposeAsync();
        }

        private Task<Seen> FocusAsync(string title) => Wait.ForAsync(title, async () =>
        {
            Assert.False(part.Process.HasEnded, part.Process.Errors);
            if ((await screen.XdotoolAsync("search", "--name", $"^{title}$"))?.Trim() is not { Length: > 0 } window) return null;
            await screen.XdotoolAsync("windowfocus", "--sync", window);
            return await ReadAsync() is { } seen && seen.All.Any(row => row.Is("editable")) ? seen : null;
        });

        private Task<Seen?> ReadAsync()
        {
            Assert.False(part.Process.HasEnded, part.Process.Errors);
            return screen.ReadAsync(part.Process.Id);
        }
    }
}
