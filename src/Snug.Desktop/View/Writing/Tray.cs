using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.View.Files;

namespace Snug.Desktop.View.Writing;

/// <summary>The files of the message that is being written, above the entry: on their way, with how far they have come.</summary>
internal sealed class Tray(Widget box, Chat chat, ChatApi api) : IDisposable
{
    private readonly Dictionary<long, Cargo> cargos = [];
    private readonly Dictionary<Upload, PendingFileView> views = [];
    private Cargo? shown;

    /// <summary>Files came, went or arrived.</summary>
    public event Action? Changed;

    public bool IsEmpty => shown?.IsEmpty ?? true;

    public bool IsReady => shown?.IsReady ?? true;

    public bool HasRefused => shown?.Uploads.Any(upload => upload.Refusal is not null) ?? false;

    /// <summary>Shows what is taken along in the room that is shown.</summary>
    public void Turn()
    {
        if (shown is not null) shown.Changed -= Show;
        if (!cargos.TryGetValue(chat.Open.Id, out shown)) shown = cargos[chat.Open.Id] = new Cargo(api, chat.Time);
        shown.Changed += Show;
        Show();
    }

    /// <summary>Takes files of this machine along: pictures shrunk, and without what a camera wrote into them.</summary>
    public async Task AddAsync(IReadOnlyList<string> paths)
    {
        // To the room that is shown now: while a picture is made ready another may be.
        var cargo = shown!;
        foreach (var path in paths) await TryAsync(Path.GetFileName(path), async () => Add(cargo, await MakeAsync(path)));
    }

    /// <summary>Takes along the picture that was copied last, in any program.</summary>
    public Task PasteAsync() => TryAsync(FileName.OfPasted(chat.Time.GetLocalNow()), async () =>
    {
        var cargo = shown!;
        using var picture = await Texture.PasteAsync();
        if (picture is null) return;
        var sent = await PictureShrinker.ShrinkAsync(picture, FileName.OfPasted(chat.Time.GetLocalNow()));
        Add(cargo, FileToSend.Of(sent.Bytes, sent.Name, sent.Type));
    });

    public IReadOnlyList<Attachment> Take() => shown?.Take() ?? [];

    public void Dispose()
    {
        foreach (var cargo in cargos.Values) cargo.Dispose();
    }

    private void Add(Cargo cargo, FileToSend file)
    {
        if (cargo.IsFull) chat.Tell(Texts.Current.NotSent, Texts.Current.TooManyFiles(Cargo.MaxFiles));
        else if (file.Size > api.MaxUpload) chat.Tell(Texts.Current.NotSent, Texts.Current.FileTooLarge(file.Name, FileWords.Size(file.Size), FileWords.Size(api.MaxUpload)));
        else cargo.Add(file);
    }

    // A picture that cannot be drawn anew is not sent: what a camera wrote into it would go with it.
    private static async Task<FileToSend> MakeAsync(string path)
    {
        var isPicture = await Task.Run(() => PictureFormat.Of(PictureDecoder.HeadOf(path)) is not null);
        if (!isPicture) return FileToSend.Of(path, Path.GetFileName(path));
        var sent = await PictureShrinker.ShrinkAsync(path);
        return FileToSend.Of(sent.Bytes, sent.Name, sent.Type);
    }

    private async Task TryAsync(string name, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (PictureException no)
        {
            chat.Tell(Texts.Current.NotSent, no.Message);
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            chat.Tell(Texts.Current.NotSent, Texts.Current.FileUnreadable(FileName.Safe(name)));
        }
    }

    private void Show()
    {
        foreach (var gone in views.Keys.Except(shown!.Uploads).ToList())
        {
            views.Remove(gone, out var view);
            view!.Dispose();
        }
        foreach (var upload in shown.Uploads) Show(upload);
        box.Set("visible", !shown.IsEmpty);
        Changed?.Invoke();
    }

    private void Show(Upload upload)
    {
        if (!views.TryGetValue(upload, out var view))
        {
            var cargo = shown!;
            view = views[upload] = new PendingFileView(box, upload.File.Name, upload.File.Size, () => cargo.Remove(upload));
            upload.Progress = view;
        }
        if (upload.Refusal is { } why) view.Fail(why);
    }
}
