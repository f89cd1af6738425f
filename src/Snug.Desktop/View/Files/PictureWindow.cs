using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.View.Files;

/// <summary>A picture on its own: fitted to the window, or in its own size. It keeps itself until it is closed.</summary>
internal sealed class PictureWindow : IDisposable
{
    // Pixels of a side: pictures are sent smaller, and what is larger would take hundreds of megabytes.
    private static readonly PictureSize Largest = new(4096, 4096);

    private readonly FileDesk desk;
    private readonly Attachment file;
    private readonly string name;
    private readonly Window window;
    private readonly Picture picture;
    private readonly Widget waiting;
    private readonly Widget message;
    private readonly Widget zoom;
    private readonly CancellationTokenSource closed = new();
    private readonly CancellationToken isClosed;

    public PictureWindow(FileDesk desk, Attachment file, string from)
    {
        this.desk = desk;
        this.file = file;
        isClosed = closed.Token;
        name = FileName.Shown(file.Name);
        using var ui = new Builder("picture-window.ui");
        window = ui.Get<Window>("picture-window");
        picture = ui.Get<Picture>("picture");
        waiting = ui.Get<Widget>("waiting");
        message = ui.Get<Widget>("message");
        zoom = ui.Get<Widget>("zoom");

        window.Set("title", name);
        ui.Get<Widget>("title").Set("title", name);
        ui.Get<Widget>("title").Set("subtitle", from);
        picture.Name(name);
        ui.Get<Widget>("save").On("clicked", Save);
        zoom.On("toggled", Fit);
        window.OnKey(Press);
        window.On("destroy", End);
    }

    public void Present(Window? parent)
    {
        if (parent is not null) window.BelongTo(parent);
        window.Present();
        _ = LoadAsync();
    }

    /// <summary>Takes the window away, if its person has not closed it.</summary>
    public void Dispose()
    {
        if (!isClosed.IsCancellationRequested) window.Destroy();
    }

    private async Task LoadAsync()
    {
        try
        {
            var path = await desk.Files.GetAsync(file, null, isClosed);
            using var texture = await PictureDecoder.ShowAsync(path, Largest, isClosed);
            if (isClosed.IsCancellationRequested) return;
            if (texture is null) Say(Texts.Current.NotToBeShown);
            else picture.Show(texture);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception fault) when (fault is ChatException or IOException or UnauthorizedAccessException)
        {
            if (!isClosed.IsCancellationRequested) Say(fault.Message);
        }
        if (!isClosed.IsCancellationRequested) waiting.Set("visible", false);
    }

    private void Fit()
    {
        var isWhole = !zoom.GetBoolean("active");
        picture.Set("can-shrink", isWhole);
        picture.Set("halign", isWhole ? 0 : 3);
        picture.Set("valign", isWhole ? 0 : 3);
    }

    private bool Press(KeyPress press)
    {
        switch (press)
        {
            case { Key: KeyPress.Escape }: window.Close(); return true;
            case { Control: true, Key: 'w' or 'W' }: window.Close(); return true;
            case { Control: true, Key: 's' or 'S' }: Save(); return true;
            case { Control: false, Key: 'z' or 'Z' or '1' }: zoom.Set("active", !zoom.GetBoolean("active")); return true;
            default: return false;
        }
    }

    private void Save() => _ = SaveAsync();

    private async Task SaveAsync()
    {
        try
        {
            var path = await FileDialog.SaveAsync(window, Texts.Current.SaveFileTitle, Texts.Current.Save, name, isClosed);
            if (path is not null) await desk.SaveAsync(file, path);
        }
        catch (OperationCanceledException)
        {
            // The conversation's window has gone.
        }
        catch (Exception fault) when (fault is ChatException or IOException or UnauthorizedAccessException)
        {
            if (isClosed.IsCancellationRequested) desk.Tell(Texts.Current.NotSaved(name, fault.Message));
            else Say(fault.Message);
        }
    }

    private void Say(string text)
    {
        message.Set("label", text);
        message.Set("visible", true);
    }

    private void End()
    {
        if (isClosed.IsCancellationRequested) return;
        closed.Cancel();
        closed.Dispose();
    }
}
