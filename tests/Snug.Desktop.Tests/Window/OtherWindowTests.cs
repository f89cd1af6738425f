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
