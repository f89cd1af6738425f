using Snug.Desktop.Gtk;
using Snug.Desktop.Settings;
using Snug.Desktop.Tests.Apart;
using Snug.Desktop.View;

namespace Snug.Desktop.Tests.Window;

public sealed class OtherWindowTests
{
    [Fact]
    public async Task The_shortcuts_are_listed_in_a_window_of_their_own()
    {
        await using var screen = await Screen.OpenAsync();
        await using var part = Part.Start(typeof(OtherWindowTests), nameof(List_the_shortcuts), screen.Environment);

        Assert.Equal("shown", await part.HearAsync());
        await Wait.UntilAsync("the list", async () => (await screen.XdotoolAsync("search", "--name", "^Keyboard Shortcuts$"))?.Trim() is { Length: > 0 });
        await part.Process.WriteAsync("enough\n");
        await part.EndAsync();
    }

    [Fact]
    public async Task A_window_opens_as_large_as_it_was_left()
    {
        await using var screen = await Screen.OpenAsync();

        await Part.RunAsync(typeof(OtherWindowTests), nameof(Open_a_window_of_a_size), screen.Environment);
    }

    [Fact]
    public async Task The_pane_with_the_rooms_is_as_wide_as_it_was_left()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();

        Assert.Equal(FirstWidth + 60, await WidenAsync(screen, server, FirstWidth, by: 60));
        // It is taken hold of where it was left.
        Assert.Equal(FirstWidth + 20, await WidenAsync(screen, server, FirstWidth + 60, by: -40));
    }

    // In logical pixels, as window.ui has it.
    private const int FirstWidth = 230;

    /// <returns>How wide it is remembered.</returns>
    private static async Task<int?> WidenAsync(Screen screen, ServerProcess server, int from, int by)
    {
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.ResizeAsync(1200, 700);
        await cindy.MoveToAsync(0, 0);
        // GTK draws a border around a window where nothing else does.
        const int Border = 5;
        await screen.XdotoolAsync("mousemove", $"{from + Border}", "400", "mousedown", "1", "mousemove", $"{from + Border + by}", "400", "mouseup", "1");
        await cindy.PressAsync("ctrl+w");
        Assert.Equal((0, ""), await cindy.Program.EndAsync());
        return new WindowStateFile(Path.Combine(screen.Environment["XDG_STATE_HOME"]!, "snug")).Read().RoomsWidth;
    }

    [Fact(Explicit = true)]
    public void List_the_shortcuts() => InWindow(async window =>
    {
        ShortcutsWindow.Show(window);
        Part.Tell("shown");
        await Task.Run(Console.ReadLine);
    });

    [Fact(Explicit = true)]
    public void Open_a_window_of_a_size() => InWindow(async window =>
    {
        var resized = new TaskCompletionSource();
        window.On("notify::default-width", () => resized.TrySetResult());
        new WindowState(Width: 713, Height: 541).Apply(window);
        await resized.Task;

        Assert.Equal(new WindowState(Width: 713, Height: 541), new WindowState().With(window));
    });

    private static void InWindow(Func<Desktop.Gtk.Window, Task> part)
    {
        Assert.Null(Toolkit.Start("snug-desktop-tests", "Snug"));
        MainLoop.Run(async _ =>
        {
            using var ui = new Builder("asking.ui");
            var window = ui.Get<Desktop.Gtk.Window>("window");
            window.Present();
            await part(window);
            window.Destroy();
            return true;
        });
    }
}
