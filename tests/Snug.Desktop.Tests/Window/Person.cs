using System.Text.RegularExpressions;

namespace Snug.Desktop.Tests.Window;

/// <summary>Somebody at the desktop client's window, who has eyes (or a screen reader) and a keyboard.</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly Screen screen;
    private readonly Child program;
    private readonly string dialog;
    private string window = "";

    private Person(Screen screen, Child program, string dialog = "")
    {
        this.screen = screen;
        this.program = program;
        this.dialog = dialog;
    }

    public Child Program => program;

    // A shell lets what it runs in the background ignore SIGINT, and the tests would hand that on.
    public static Child Start(IReadOnlyDictionary<string, string?>? environment, params string[] words) => new(
        "env",
        ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "snug-desktop.dll"), .. words],
        environment);

    public static async Task<Person> JoinAsync(Screen screen, ServerProcess server, string name)
    {
        var person = new Person(screen, Start(screen.Environment, name, "--server", $"127.0.0.1:{server.Port}"));
        await person.FindAsync($"^{name}'s Chat Room$");
        await person.SeeAsync("the entry to have the focus", seen => seen.Entry.Is("focused"), focusFirst: true);
        return person;
    }

    /// <summary>With rooms and all.</summary>
    public static async Task<Person> JoinOverHttpAsync(Screen screen, ServerProcess server, string name)
    {
        var person = Begin(screen, name, "--url", $"{server.Url}");
        await person.ComeInAsync();
        return person;
    }

    /// <summary>Somebody who may be asked for something first.</summary>
    public static Person Begin(Screen screen, params string[] words) => new(screen, Start(screen.Environment, words));

    /// <summary>Waits for the window of the chat, over HTTP.</summary>
    public async Task ComeInAsync()
    {
        var before = window;
        await Wait.UntilAsync("the window that asked to go", async () =>
            before.Length == 0 || (await screen.XdotoolAsync("search", "--onlyvisible", "--name", "."))?.Split('\n').Contains(before) != true);
        await FindAsync("– Snug$");
        await SeeAsync("the entry to have the focus", seen => seen.All.Any(found => found.Name == "Message" && found.Is("focused")), focusFirst: true);
    }

    /// <summary>Waits for another window whose title ends like this, and works there from here on.</summary>
    public async Task TurnToAsync(string title) => window = await Wait.ForAsync(title, async () =>
    {
        Assert.False(program.HasEnded, program.Errors);
        return (await screen.XdotoolAsync("search", "--onlyvisible", "--name", $"{title}$"))?.Trim() is { Length: > 0 } found && found != window ? found : null;
    });

    /// <summary>The same person at another window of the same program, which gets the keys.</summary>
    public async Task<Person> AtAsync(string title)
    {
        var there = new Person(screen, program, title);
        await there.FindAsync($"^{Regex.Escape(title)}$");
        return there;
    }

    /// <summary>Presses a button as a screen reader does.</summary>
    public async Task ClickAsync(string button) =>
        await Wait.UntilAsync($"a button {button}", () => screen.PressAsync(program.Id, dialog, button));

    /// <summary>Waits until the window shows it.</summary>
    public async Task<Seen> SeeAsync(string what, Func<Seen, bool> shows, bool focusFirst = false) =>
        await Wait.ForAsync(what, async () =>
        {
            Assert.False(program.HasEnded, program.Errors);
            if (focusFirst) await FocusAsync();
            var seen = await screen.ReadAsync(program.Id, dialog);
            return seen is not null && shows(seen) ? seen : null;
        });

    public async Task HearAsync(string from, string text) =>
        await SeeAsync($"{from} to say {text}", seen => seen.Conversation.Any(row =>
            row.StartsWith($"{from}, ", StringComparison.Ordinal) && row.EndsWith($": {text}", StringComparison.Ordinal)));

    public async Task TypeAsync(string text)
    {
        await FocusAsync();
        await screen.XdotoolAsync("type", "--delay", "4", text);
    }

    public async Task PressAsync(params string[] keys)
    {
        await FocusAsync();
        await screen.XdotoolAsync(["key", "--delay", "20", .. keys]);
    }

    public async Task ResizeAsync(int width, int height) =>
        await screen.XdotoolAsync("windowsize", "--sync", window, $"{width}", $"{height}");

    /// <summary>Puts the window's upper left corner there.</summary>
    public async Task MoveToAsync(int x, int y) => await screen.XdotoolAsync("windowmove", "--sync", window, $"{x}", $"{y}");

    public async Task SayAsync(string text)
    {
        await TypeAsync(text);
        await PressAsync("Return");
    }

    /// <summary>What the window looks like now, to tell whether it has been redrawn.</summary>
    public async Task<Seen?> LookAsync() => await screen.ReadAsync(program.Id);

    public ValueTask DisposeAsync() => program.DisposeAsync();

    private async Task FindAsync(string title) => window = await Wait.ForAsync($"a window {title}", async () =>
    {
        Assert.False(program.HasEnded, program.Errors);
        return (await screen.XdotoolAsync("search", "--all", "--onlyvisible", "--pid", $"{program.Id}", "--name", title))?.Trim();
    });

    private Task<string?> FocusAsync() => screen.XdotoolAsync("windowfocus", "--sync", window);
}
