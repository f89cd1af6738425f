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
    private readonly FileDesk desk;
    private readonly Widget record;
    private RecorderBar? recorder;

    /// <param name="ui">The composer.</param>
    /// <param name="window">What the choice of files stands over.</param>
    /// <param name="chat">Whose messages they are.</param>
    /// <param name="api">What takes files.</param>
    /// <param name="desk">What is shared by all that shows files.</param>
    /// <param name="send">Sends what is there: a sound is a message of its own.</param>
    public Attaching(Builder ui, Window window, Chat chat, ChatApi api, FileDesk desk, Action send)
    {
        (this.ui, this.window, this.chat, this.desk) = (ui, window, chat, desk);
        Send = send;
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

    private Action Send { get; }

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
        record.Set("sensitive", false);
        try
        {
            recorder = await RecorderBar.StartAsync(desk, ui.Get<Widget>("above-entry"));
            if (await recorder.Result is { } recording) await TakeAsync(recording);
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

    private async Task TakeAsync(Recording recording)
    {
        var bytes = await File.ReadAllBytesAsync(recording.Path);
        File.Delete(recording.Path);
        Tray.Add(FileToSend.Of(bytes, recording.Name, Recording.Type));
        Send();
    }
}
