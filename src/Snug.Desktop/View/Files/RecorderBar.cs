using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.View.Files;

/// <summary>
/// A recording under way: how loud it is, how long it is, and what may become of it. It stands in a box from
/// <see cref="StartAsync"/> until the recording is taken or thrown away.
/// </summary>
internal sealed class RecorderBar : IDisposable
{
    private readonly FileDesk desk;
    private readonly Widget box;
    private readonly Widget root;
    private readonly Widget level;
    private readonly Widget elapsed;
    private readonly Widget note;
    private readonly Widget send;
    private readonly TaskCompletionSource<Recording?> result = new();
    private readonly Recorder recorder;
    private Task<Recording>? stopped;
    private bool isClosed;

    private RecorderBar(FileDesk desk, Widget box, Recorder recorder)
    {
        this.desk = desk;
        this.box = box;
        this.recorder = recorder;
        using var ui = new Builder("recorder.ui");
        root = ui.Get<Widget>("root");
        level = ui.Get<Widget>("level");
        elapsed = ui.Get<Widget>("elapsed");
        note = ui.Get<Widget>("note");
        send = ui.Get<Widget>("send");
        ui.Get<Widget>("discard").On("clicked", Discard);
        send.On("clicked", Send);
        root.On("destroy", End);
        root.OnKey(press =>
        {
            if (press.Key != KeyPress.Escape) return false;
            Discard();
            return true;
        });
        recorder.Heard += Show;
        recorder.Stopped += Stop;
        box.Append(root);
        send.GrabFocus();
    }

    /// <summary>What was recorded, when the person wants to send it; null when they do not.</summary>
    public Task<Recording?> Result => result.Task;

    /// <summary>Silences what plays, begins to record and shows the bar.</summary>
    /// <exception cref="SoundException">Nothing can be recorded; the message says why.</exception>
    public static async Task<RecorderBar> StartAsync(FileDesk desk, Widget box, CancellationToken cancel = default)
    {
        desk.Playing.Stop();
        return new RecorderBar(desk, box, await Recorder.StartAsync(desk.Folder, desk.Time, cancel));
    }

    /// <summary>Throws away what was not sent, and takes the bar away.</summary>
    public void Dispose() => Discard();

    private void Show(double loudness)
    {
        if (isClosed) return;
        level.Set("value", loudness);
        elapsed.Set("label", FileWords.Clock(recorder.Elapsed));
    }

    // Its time is over: the person decides what becomes of it.
    private void Stop()
    {
        if (isClosed || stopped is not null) return;
        stopped = recorder.StopAsync();
        level.Set("value", 0.0);
        note.Set("label", Texts.Current.RecordingStopped);
        note.Set("visible", true);
    }

    private async void Send()
    {
        if (isClosed) return;
        send.Set("sensitive", false);
        try
        {
            var recording = await (stopped ??= recorder.StopAsync());
            result.TrySetResult(recording);
        }
        catch (Exception fault)
        {
            result.TrySetException(fault);
        }
        Close();
    }

    private void Discard()
    {
        if (!result.Task.IsCompleted) Close();
    }

    private static async Task ForgetAsync(Task<Recording> stopped)
    {
        try
        {
            File.Delete((await stopped).Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SoundException)
        {
            // Nothing is left to forget.
        }
    }

    private void Close()
    {
        if (!isClosed) box.Remove(root);
        End();
    }

    // Also when the window goes with the bar in it.
    private void End()
    {
        if (isClosed) return;
        isClosed = true;
        recorder.Heard -= Show;
        recorder.Stopped -= Stop;
        recorder.Dispose();
        if (result.TrySetResult(null) && stopped is not null) _ = ForgetAsync(stopped);
    }
}
