using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.View.Files;

namespace Snug.Desktop.View.Writing;

/// <summary>What a message carries besides words: files that are chosen, pasted or dropped, and sounds that are recorded.</summary>
internal sealed class Attaching : IDisposable
{
    private readonly Builder ui;
    private readonly Window window;
    private readonly Chat chat;
    private readonly ChatApi api;
    private readonly FileDesk desk;
    private readonly Widget record;
    private RecorderBar? recorder;

    /// <param name="ui">The composer.</param>
    /// <param name="window">What the choice of files stands over.</param>
    /// <param name="chat">Whose messages they are.</param>
    /// <param name="api">What takes files.</param>
    /// <param name="desk">What is shared by all that shows files.</param>
    public Attaching(Builder ui, Window window, Chat chat, ChatApi api, FileDesk desk)
    {
        (this.ui, this.window, this.chat, this.api, this.desk) = (ui, window, chat, api, desk);
        Tray = new Tray(ui.Get<Widget>("tray"), chat, api);
        Tray.Turn();
        record = ui.Get<Widget>("record");
        var attach = ui.Get<Widget>("attach");
        attach.Set("visible", true);
        record.Set("visible", true);
        attach.On("clicked", () => _ = ChooseAsync());
        record.On("clicked", () => _ = RecordAsync());
        window.OnFilesDropped(paths => _ = Tray.AddAsync(paths));
    }

    public Tray Tray { get; }

    public void Dispose()
    {
        recorder?.Dispose();
        Tray.Dispose();
    }

    public async Task ChooseAsync()
    {
        var texts = Texts.Current;
        await Tray.AddAsync(await FileDialog.OpenAsync(window, texts.Attach, texts.Attach));
    }

    private async Task RecordAsync()
    {
        if (recorder is not null) return;
        // It is for the room that is shown now, whatever is shown when it is sent.
        var room = chat.Open;
        record.Set("sensitive", false);
        try
        {
            recorder = await RecorderBar.StartAsync(desk, ui.Get<Widget>("above-entry"));
            if (await recorder.Result is { } recording) await SendAsync(room, recording);
        }
        catch (SoundException no)
        {
            chat.Tell(Texts.Current.CannotRecord, no.Message);
        }
        finally
        {
            recorder = null;
            record.Set("sensitive", true);
        }
    }

    // A message of its own, which leaves when it is there.
    private async Task SendAsync(ChatRoom room, Recording recording)
    {
        var file = FileToSend.Of(await File.ReadAllBytesAsync(recording.Path), recording.Name, Recording.Type);
        using var upload = new Upload(file, api, chat.Time);
        var isWanted = true;
        using var view = new PendingFileView(ui.Get<Widget>("above-entry"), file.Name, file.Size, () => { isWanted = false; upload.Dispose(); });
        upload.Progress = view;
        await upload.RunAsync();
        File.Delete(recording.Path);
        if (!isWanted) return;
        if (upload.Sent is { } sent) chat.Speaker.TrySay(room, new NewMessage("") { Attachments = [sent.Id] }, [sent]);
        else if (upload.Refusal is { } why) chat.Tell(Texts.Current.NotSent, why);
    }
}
