using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.View.Files;

/// <summary>A file that waits to be sent or is on its way.</summary>
internal sealed class PendingFileView : IProgress<long>, IDisposable
{
    private readonly Widget box;
    private readonly Widget root;
    private readonly Widget bar;
    private readonly Widget detail;
    private readonly string name;
    private readonly long size;
    private readonly SynchronizationContext? loop = SynchronizationContext.Current;
    private bool isGone;

    /// <param name="cancel">The person does not want to send it any more.</param>
    /// <param name="size">In bytes.</param>
    public PendingFileView(Widget box, string name, long size, Action cancel)
    {
        this.box = box;
        this.name = FileName.Shown(name);
        this.size = size;
        using var ui = new Builder("file-pending.ui");
        root = ui.Get<Widget>("root");
        bar = ui.Get<Widget>("bar");
        detail = ui.Get<Widget>("detail");
        ui.Get<Widget>("name").Set("label", this.name);
        detail.Set("label", FileWords.Size(size));
        var button = ui.Get<Widget>("cancel");
        button.Name(Texts.Current.RemoveFile(this.name));
        button.Set("tooltip-text", Texts.Current.RemoveFile(this.name));
        button.On("clicked", cancel);
        root.On("destroy", () => isGone = true);
        root.Name($"{this.name}, {FileWords.Size(size)}");
        box.Append(root);
    }

    /// <summary>Tells how many bytes have left, from any thread.</summary>
    public void Report(long value) => loop?.Post(_ => Show(value), null);

    /// <summary>Tells why it cannot be sent; the person may still take it away.</summary>
    public void Fail(string why)
    {
        if (isGone) return;
        bar.Set("visible", false);
        detail.Set("label", why);
        root.AddClass("failed");
    }

    public void Dispose()
    {
        if (!isGone) box.Remove(root);
        isGone = true;
    }

    private void Show(long bytes)
    {
        if (isGone) return;
        var part = size > 0 ? Math.Min(1, (double)bytes / size) : 1;
        bar.Set("visible", true);
        bar.Set("fraction", part);
        bar.Name(Texts.Current.UploadingFile(name, (int)(part * 100)));
    }
}
