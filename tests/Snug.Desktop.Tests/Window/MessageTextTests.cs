using System.Runtime.InteropServices;
using Snug.Desktop.Gtk;
using Snug.Desktop.Text;
using Snug.Desktop.View;

namespace Snug.Desktop.Tests.Window;

public sealed partial class MessageTextTests
{
    private const string Everything = """
        **Bold**, *italic*, ~~struck~~, `code <b>` and @cindy, @ethan in #kitchen

        [bank.example](https://evil.example/?a=1&b=2) or https://snug.example/docs

        > quoted
        > > twice

        - one
        - two
          1. inner
        - [x] done

        ## Heading

        ```python
        def greet(name):
            return "<b>" + name + " a line that is much longer than the window in which it is shown, so that it scrolls sideways"
        ```

        | name | number |
        |:-----|-------:|
        | a    | 1      |

        ---
        Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkundendonaudampfschifffahrtsgesellschaft

        שלום עולם

        the end
        """;

    private static readonly KnownNames Names = new("cindy", new HashSet<string> { "cindy", "ethan" }, new Dictionary<string, long> { ["kitchen"] = 7 });

    // GTK cannot change its screen: a process of its own has the window.
    [Fact]
    public async Task Every_kind_of_text_is_drawn_and_read_aloud_as_plain_text()
    {
        await using var screen = await Screen.OpenAsync();
        await using var window = new Child(Tools.Find("dotnet")!,
            [typeof(MessageTextTests).Assembly.Location, "-explicit", "only", "-method", $"*.{nameof(A_window_with_texts)}"], screen.Environment);

        var seen = await Wait.ForAsync("the text", async () =>
        {
            Assert.False(window.HasEnded, window.Errors);
            var seen = await screen.ReadAsync(window.Id);
            return seen?.All.Any(part => part.Name == "the end") == true ? seen : null;
        });
        var names = seen.All.Select(part => part.Name).ToList();

        Assert.Contains("Bold, italic, struck, code <b> and @cindy, @ethan in #kitchen", names);
        Assert.Contains("bank.example or https://snug.example/docs", names);
        Assert.Contains("twice", names);
        Assert.Contains("שלום עולם", names);
        Assert.Contains("Copy the code", names);
        Assert.Contains("🍝", names);
        Assert.DoesNotContain("before", names);
        Assert.DoesNotContain("code before", names);
    }

    [Fact(Explicit = true)]
    public void A_window_with_texts()
    {
        Assert.Null(Toolkit.Start("snug-desktop-tests", "Snug"));
        Toolkit.Style("style.css");
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        Assert.True(MainLoop.Run(async _ =>
        {
            var column = Parts.Column(12);
            foreach (var text in (string[])["🍝", Everything])
            {
                var box = Parts.Column(0);
                var shown = new MessageText(box, _ => { });
                foreach (var one in (string[])["before\n\n```\ncode before\n```", "🎉", "> before", text, text]) shown.Show(one, Names);
                Parts.Append(column, box);
            }
            var window = new Gtk.Window { Handle = gtk_window_new() };
            gtk_window_set_child(window.Handle, column.Handle);
            gtk_window_set_default_size(window.Handle, 460, 700);
            window.Present();
            var closed = new TaskCompletionSource<bool>();
            window.On("close-request", () => closed.TrySetResult(true));
            return await closed.Task.WaitAsync(bound.Token);
        }));
    }

    [LibraryImport("libgtk-4.so.1")]
    private static partial nint gtk_window_new();

    [LibraryImport("libgtk-4.so.1")]
    private static partial void gtk_window_set_child(nint window, nint child);

    [LibraryImport("libgtk-4.so.1")]
    private static partial void gtk_window_set_default_size(nint window, int width, int height);
}
