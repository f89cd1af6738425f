using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.View.Files;

/// <summary>A file that is only ever saved: what it is called, how large it is, and how far saving has come.</summary>
internal sealed class FileView : FilePart
{
    private readonly Widget save;
    private readonly Widget cancel;
    private readonly Widget bar;
    private readonly Widget detail;
    private CancellationTokenSource? saving;

    public FileView(FileDesk desk, Widget box, Attachment file) : base(desk, box, file)
    {
        using var ui = new Builder("file-plain.ui");
        save = ui.Get<Widget>("save");
        cancel = ui.Get<Widget>("cancel");
        bar = ui.Get<Widget>("bar");
        detail = ui.Get<Widget>("detail");
        ui.Get<Widget>("icon").Set("icon-name", file.Icon());
        ui.Get<Widget>("name").Set("label", Name);
        ui.Get<Widget>("name").Set("tooltip-text", Name);
        detail.Set("label", FileWords.Size(file.Size));
        save.Name(Texts.Current.SaveFile(Name));
        save.Set("tooltip-text", Texts.Current.SaveFile(Name));
        cancel.Name(Texts.Current.CancelFile(Name));
        cancel.Set("tooltip-text", Texts.Current.Cancel);
        save.On("clicked", () => Go(FetchAsync));
        cancel.On("clicked", () => saving?.Cancel());
        ui.Get<Widget>("root").Name($"{Name}, {FileWords.Size(file.Size)}");
        PutIn(ui.Get<Widget>("root"));
    }

    private async Task FetchAsync()
    {
        if (saving is not null) return;
        using var work = new CancellationTokenSource();
        saving = work;
        try
        {
            Show(isSaving: true);
            // Told on the main loop, which this was made on.
            var fault = await SaveAsync(new Progress<long>(Report), work.Token);
            if (IsGone) return;
            detail.Set("label", fault ?? FileWords.Size(File.Size));
            Show(isSaving: false);
        }
        finally
        {
            saving = null;
        }
    }

    private void Report(long bytes)
    {
        if (IsGone || saving is null) return;
        bar.Set("visible", true);
        bar.Set("fraction", File.Size > 0 ? Math.Min(1, (double)bytes / File.Size) : 1);
    }

    private void Show(bool isSaving)
    {
        save.Set("visible", !isSaving);
        cancel.Set("visible", isSaving);
        if (!isSaving) bar.Set("visible", false);
    }
}
