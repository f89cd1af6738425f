using Snug.Client;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>
/// A small window that stands before another until what it asks for is done, or until it is closed. A refusal is said where the
/// person has typed, and nothing of what they typed is lost.
/// </summary>
internal sealed class Dialog
{
    private readonly Window window;
    private readonly Widget go;
    private bool isBusy;
    private bool isClosed;

    /// <param name="file">A file with a <c>window</c>, its <c>content</c>, a <c>problem</c>, and the buttons <c>go</c> and <c>cancel</c>.</param>
    /// <param name="over">The window it stands before.</param>
    /// <param name="title">What it is for.</param>
    public Dialog(string file, Window over, string title)
    {
        Ui = new Builder(file);
        window = Ui.Get<Window>("window");
        go = Ui.Get<Widget>("go");
        window.Set("title", title);
        window.StandOver(over);
        window.On("close-request", _ => Leave());
        window.OnKey(Press);
        go.On("clicked", () => Go());
        Ui.Get<Widget>("cancel").On("clicked", window.Close);
    }

    public Builder Ui { get; }

    /// <summary>What a failure means here.</summary>
    public Func<ChatException, string> Explain { get; init; } = Texts.Current.Explain;

    /// <summary>What the button does, and Enter.</summary>
    public Action Go { get; set; } = () => { };

    public bool IsClosed => isClosed;

    public void Present() => window.Present();

    public void Close() => window.Close();

    /// <summary>What the button says; null where there are none.</summary>
    public void Name(string? button)
    {
        Ui.Get<Widget>("foot").Set("visible", button is not null);
        go.Set("label", button ?? "");
    }

    /// <summary>Asks the server, and closes when it has agreed.</summary>
    public async Task DoAsync(Func<Task> work)
    {
        if (isBusy || isClosed) return;
        Complain(null);
        Show(busy: true);
        try
        {
            await work();
            if (!isClosed) Close();
        }
        catch (ChatException failure)
        {
            if (!isClosed) Complain(Explain(failure));
        }
        finally
        {
            if (isClosed) Free();
            else Show(busy: false);
        }
    }

    /// <summary>Says what is wrong; null takes it away.</summary>
    public void Complain(string? words)
    {
        Ui.Get<Widget>("problem-text").Set("label", words ?? "");
        Ui.Get<Widget>("problem").Name(words ?? "");
        Ui.Get<Widget>("problem").Set("visible", words is not null);
    }

    private void Show(bool busy)
    {
        isBusy = busy;
        go.Set("sensitive", !busy);
        Ui.Get<Widget>("busy").Set("visible", busy);
        Ui.Get<Widget>("busy").Set("spinning", busy);
    }

    private bool Press(KeyPress press)
    {
        if (press.Key != KeyPress.Escape) return false;
        Close();
        return true;
    }

    // GTK is at the window still; and what is under way comes to its end with the widgets there.
    private bool Leave()
    {
        if (isClosed) return true;
        isClosed = true;
        window.Set("visible", false);
        if (!isBusy) MainLoop.Later(Free);
        return true;
    }

    private void Free()
    {
        window.Destroy();
        Ui.Dispose();
    }
}
