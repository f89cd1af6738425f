using Snug.Desktop.Gtk;

namespace Snug.Desktop.Media;

/// <summary>Plays the sound of one file. Lives on the main loop, and asks for the time only while it plays.</summary>
internal sealed class Player : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Playing playing;
    private readonly TimeProvider time;
    private readonly Pipeline pipeline;
    private ITimer? timer;
    private bool isDisposed;

    private Player(string path, Playing playing, TimeProvider time)
    {
        this.playing = playing;
        this.time = time;
        pipeline = new Pipeline("playbin", Hear);
        // No pictures: an album's cover would open a window.
        pipeline.Set("flags", "audio+soft-volume");
        if (SoundSystem.PlayingSink is { } sink) pipeline.SetElements("audio-sink", sink);
        pipeline.Set("uri", new Uri(path).AbsoluteUri);
    }

    /// <summary>Something of what is shown has changed.</summary>
    public event Action? Changed;

    public bool IsPlaying { get; private set; }

    public TimeSpan At { get; private set; }

    /// <summary>Null until it is known.</summary>
    public TimeSpan? Length { get; private set; }

    /// <summary>Why it cannot be played; null while nothing has failed.</summary>
    public string? Failure { get; private set; }

    /// <summary>Opens a file, and does not play it yet.</summary>
    /// <param name="path">A file of this machine.</param>
    /// <exception cref="SoundException">GStreamer lacks something.</exception>
    public static async Task<Player> OpenAsync(string path, Playing playing, TimeProvider time)
    {
        if (await SoundSystem.WhyNotPlayAsync() is { } missing) throw new SoundException(missing);
        try
        {
            return new Player(path, playing, time);
        }
        catch (InvalidOperationException fault)
        {
            throw new SoundException(Texts.Current.CannotPlayBecause(fault.Message));
        }
    }

    public void Play()
    {
        if (isDisposed || Failure is not null || IsPlaying) return;
        playing.Begin(this);
        pipeline.Play();
        IsPlaying = true;
        var loop = SynchronizationContext.Current;
        timer = time.CreateTimer(_ => loop?.Post(_ => Tell(), null), null, Look, Look);
        Changed?.Invoke();
    }

    public void Pause()
    {
        if (isDisposed || !IsPlaying) return;
        pipeline.Pause();
        Rest();
        Changed?.Invoke();
    }

    public void Seek(TimeSpan to)
    {
        if (isDisposed || Length is not { } length) return;
        At = to < TimeSpan.Zero ? TimeSpan.Zero : to > length ? length : to;
        pipeline.Seek(At);
        Changed?.Invoke();
    }

    public void Dispose()
    {
        if (isDisposed) return;
        isDisposed = true;
        Rest();
        playing.End(this);
        pipeline.Dispose();
    }

    private void Rest()
    {
        IsPlaying = false;
        timer?.Dispose();
        timer = null;
    }

    private void Tell()
    {
        if (isDisposed || !IsPlaying) return;
        At = pipeline.Position ?? At;
        Length = pipeline.Length ?? Length;
        Changed?.Invoke();
    }

    private void Hear(PipelineNews news)
    {
        if (isDisposed) return;
        switch (news.Kind)
        {
            case NewsKind.Ready:
                Length = pipeline.Length ?? Length;
                break;
            case NewsKind.Ended:
                Rest();
                pipeline.Pause();
                pipeline.Seek(TimeSpan.Zero);
                At = TimeSpan.Zero;
                break;
            case NewsKind.Failed:
                Rest();
                Failure = Texts.Current.CannotPlayBecause(news.Fault.Text);
                break;
            default: return;
        }
        Changed?.Invoke();
    }
}
