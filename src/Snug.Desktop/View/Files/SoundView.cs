using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.View.Files;

/// <summary>A sound within a conversation. It is fetched when it is first to be played.</summary>
internal sealed class SoundView : FilePart
{
    // Seconds that the arrow keys and the page keys move it.
    private const double Step = 5, Page = 20;

    private readonly Widget button;
    private readonly Scale place;
    private readonly Widget times;
    private readonly Widget failure;
    private readonly Widget waiting;
    private Player? player;
    private CancellationTokenSource? fetching;
    private TimeSpan? spanned;

    public SoundView(FileDesk desk, Widget box, Attachment file) : base(desk, box, file)
    {
        using var ui = new Builder("file-sound.ui");
        button = ui.Get<Widget>("play");
        place = ui.Get<Scale>("place");
        times = ui.Get<Widget>("times");
        failure = ui.Get<Widget>("failure");
        waiting = ui.Get<Widget>("waiting");

        var isVoice = FileName.IsVoice(file.Name);
        var label = isVoice ? Texts.Current.VoiceMessage : Name;
        ui.Get<Widget>("root").Name(label);
        ui.Get<Widget>("name").Set("label", label);
        ui.Get<Widget>("name").Set("visible", !isVoice);
        place.Name($"{label}: {Texts.Current.PlaceInSound}");
        place.OnMoved(at => player?.Seek(TimeSpan.FromSeconds(at)));
        button.On("clicked", () => Go(ToggleAsync));
        var save = ui.Get<Widget>("save");
        save.Name(Texts.Current.SaveFile(Name));
        save.Set("tooltip-text", Texts.Current.SaveFile(Name));
        save.On("clicked", () => Go(async () => Say(await SaveAsync())));
        Draw();
        PutIn(ui.Get<Widget>("root"));
    }

    protected override void Close()
    {
        player?.Dispose();
        player = null;
    }

    private async Task ToggleAsync()
    {
        if (fetching is not null)
        {
            await fetching.CancelAsync();
            return;
        }
        if (player is null) Say(await TryAsync(OpenAsync));
        if (IsGone || player is null) return;
        if (player.IsPlaying) player.Pause();
        else player.Play();
    }

    private async Task OpenAsync()
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(Gone);
        fetching = work;
        Wait(true);
        try
        {
            var path = await Desk.Files.GetAsync(File, null, work.Token);
            var opened = await Player.OpenAsync(path, Desk.Playing, Desk.Time);
            if (IsGone)
            {
                opened.Dispose();
                return;
            }
            player = opened;
            player.Changed += Draw;
        }
        finally
        {
            fetching = null;
            if (!IsGone) Wait(false);
        }
    }

    private void Wait(bool isWaiting)
    {
        waiting.Set("visible", isWaiting);
        waiting.Set("spinning", isWaiting);
        DrawButton();
    }

    private void Draw()
    {
        DrawButton();
        if (player?.Failure is { } why) Fail(why);
        DrawTimes();
    }

    private void DrawButton()
    {
        var (icon, word) = fetching is not null ? ("process-stop-symbolic", Texts.Current.CancelFile(Name))
            : player is { IsPlaying: true } ? ("media-playback-pause-symbolic", Texts.Current.Pause)
            : ("media-playback-start-symbolic", Texts.Current.Play);
        button.Set("icon-name", icon);
        button.Set("tooltip-text", word);
        button.Name(word);
    }

    private void DrawTimes()
    {
        if (player?.Length is not { } length)
        {
            place.Set("sensitive", false);
            times.Set("label", FileWords.Size(File.Size));
            return;
        }
        if (spanned != length)
        {
            spanned = length;
            place.Span(0, length.TotalSeconds, Step, Page);
            place.Set("sensitive", true);
        }
        place.MoveTo(player.At.TotalSeconds);
        place.Describe(FileWords.PlaceOf(player.At, length));
        times.Set("label", player.IsPlaying || player.At > TimeSpan.Zero
            ? $"{FileWords.Clock(player.At)} / {FileWords.Clock(length)}"
            : FileWords.Clock(length));
    }

    // Saving stays: another program may know the format.
    private void Fail(string why)
    {
        button.Set("sensitive", false);
        place.Set("sensitive", false);
        Say(why);
    }

    private void Say(string? fault)
    {
        if (IsGone) return;
        var shown = player?.Failure ?? fault ?? "";
        failure.Set("label", shown);
        failure.Set("tooltip-text", shown);
        failure.Set("visible", shown.Length > 0);
    }
}
