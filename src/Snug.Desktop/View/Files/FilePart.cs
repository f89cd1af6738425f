using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.View.Files;

/// <summary>
/// What all views of one file have: the widget, the end of their life, saving. When the widget goes, by
/// <see cref="Dispose"/> or with what it lies in, everything under way for it is given up, but for what the person saves.
/// </summary>
internal abstract class FilePart : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private readonly Widget box;

    protected FilePart(FileDesk desk, Widget box, Attachment file)
    {
        Desk = desk;
        File = file;
        this.box = box;
        Name = FileName.Shown(file.Name);
        // Kept: a source that is disposed of has no token to look at.
        Gone = gone.Token;
    }

    protected FileDesk Desk { get; }

    protected Attachment File { get; }

    /// <summary>The file's name as it may be shown.</summary>
    protected string Name { get; }

    protected CancellationToken Gone { get; }

    protected bool IsGone => Gone.IsCancellationRequested;

    private Widget? Root { get; set; }

    /// <summary>Takes the widget away, and gives up what is under way for it.</summary>
    public void Dispose()
    {
        if (Root is { } root && !IsGone) box.Remove(root);
        End();
    }

    protected void PutIn(Widget root)
    {
        Root = root;
        root.On("destroy", End);
        box.Append(root);
    }

    /// <summary>Gives back what the view holds besides its widget. Called once.</summary>
    protected virtual void Close() { }

    /// <summary>Asks where, and copies the file there: also when the view has gone meanwhile, as rows do while one scrolls.</summary>
    /// <returns>What went wrong, for the person; null when nothing did.</returns>
    protected async Task<string?> SaveAsync(IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var path = await FileDialog.SaveAsync(Root?.WindowOf(), Texts.Current.SaveFileTitle, Texts.Current.Save, Name, Desk.Closed);
        if (path is null) return null;
        var fault = await TryAsync(() => Desk.SaveAsync(File, path, progress, cancel));
        if (fault is not null && IsGone) Desk.Tell(Texts.Current.NotSaved(Name, fault));
        return fault;
    }

    /// <summary>Does what may fail on the disk or the network.</summary>
    /// <returns>What went wrong, for the person; null when nothing did, or it was given up.</returns>
    protected static async Task<string?> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception fault) when (fault is ChatException or IOException or UnauthorizedAccessException or SoundException)
        {
            return fault.Message;
        }
    }

    /// <summary>Runs something that is not waited for: what it throws is a bug, and is told as one.</summary>
    protected static async void Go(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // Nobody is left who wants it.
        }
        catch (Exception bug)
        {
            MainLoop.Fail(bug);
        }
    }

    private void End()
    {
        if (IsGone) return;
        gone.Cancel();
        Close();
        gone.Dispose();
    }
}
