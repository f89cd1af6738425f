using Snug.Desktop.Gtk;

namespace Snug.Desktop.Media;

/// <summary>Records a voice, from <see cref="StartAsync"/> until somebody stops it or its time is over. Lives on the main loop.</summary>
internal sealed class Recorder : IDisposable
{
    /// <summary>What is longer is a talk, not a message.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // A microphone that tells nothing for so long is stuck; what was recorded is written within milliseconds.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10), EndPatience = TimeSpan.FromSeconds(3);

    // How much sound one measurement of "level" is of.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // A voice at a usual distance comes to about a half.
    private const double Louder = 4;

    private readonly TimeProvider time;
    private readonly string path;
    private readonly Pipeline pipeline;
    private readonly TaskCompletionSource started = new();
    private readonly TaskCompletionSource ended = new();
    private int heard;
    private bool isOver;

    private Recorder(CacheFolder folder, TimeProvider time)
    {
        this.time = time;
        path = Path.Combine(folder.Recordings, $"{Environment.ProcessId}-{time.GetTimestamp()}.ogg");
        // 32 kbit/s are enough for a voice: five minutes come to a bit more than a megabyte.
        pipeline = new Pipeline($"{SoundSystem.RecordingSource} ! audioconvert ! audioresample ! audio/x-raw,channels=1 "
            + "! level interval=100000000 ! opusenc bitrate=32000 audio-type=voice ! oggmux ! filesink name=file", Hear);
        try
        {
            CacheFolder.Create(path).Dispose();
            pipeline.SetWithin("file", "location", path);
        }
        catch
        {
            pipeline.Dispose();
            throw;
        }
    }

    /// <summary>How loud it is, 0 to 1, told about ten times a second.</summary>
    public event Action<double>? Heard;

    /// <summary>Its time is over, or the microphone has gone: what was recorded is there to be kept.</summary>
    public event Action? Stopped;

    /// <summary>How much was recorded: what the microphone gave, which may begin later than the person.</summary>
    public TimeSpan Elapsed => heard * Interval;

    /// <summary>Begins to record, which is when the first sound has come.</summary>
    /// <exception cref="SoundException">There is no microphone, it cannot be used, or GStreamer lacks something.</exception>
    public static async Task<Recorder> StartAsync(CacheFolder folder, TimeProvider time, CancellationToken cancel = default)
    {
        if (await SoundSystem.WhyNotRecordAsync() is { } missing) throw new SoundException(missing);
        Recorder? recorder = null;
        try
        {
            recorder = new Recorder(folder, time);
            recorder.pipeline.Play();
            await recorder.started.Task.WaitAsync(StartPatience, time, cancel);
            return recorder;
        }
        catch (Exception fault)
        {
            recorder?.Dispose();
            throw fault switch
            {
                TimeoutException => new SoundException(Texts.Current.SilentMicrophone),
                InvalidOperationException => new SoundException(Texts.Current.NothingRecordedBecause(fault.Message)),
                IOException or UnauthorizedAccessException => new SoundException(Texts.Current.RecordingNotWritten(fault.Message)),
                _ => fault,
            };
        }
    }

    /// <summary>Ends the recording. The recorder is to be disposed of afterwards, and the file stays.</summary>
    /// <exception cref="SoundException">Nothing was recorded.</exception>
    public async Task<Recording> StopAsync()
    {
        isOver = true;
        pipeline.Finish();
        await Task.WhenAny(ended.Task, Task.Delay(EndPatience, time));
        pipeline.Dispose();
        if (new FileInfo(path) is { Exists: true, Length: > 0 }) return new(path, FileName.OfVoice(time.GetLocalNow()), Elapsed);
        File.Delete(path);
        throw new SoundException(Texts.Current.NothingRecorded);
    }

    /// <summary>Throws the recording away, unless it was stopped before.</summary>
    public void Dispose()
    {
        pipeline.Dispose();
        if (isOver) return;
        isOver = true;
        File.Delete(path);
    }

    private void Hear(PipelineNews news)
    {
        switch (news.Kind)
        {
            case NewsKind.Loudness: Measure(news.Loudness); break;
            // Where it finds no microphone, "autoaudiosrc" warns, and goes on with silence.
            case NewsKind.Warned when !started.Task.IsCompleted: Fail(Texts.Current.NoMicrophone); break;
            case NewsKind.Failed: Fail(Texts.Current.MicrophoneUnusable(news.Fault.Text)); break;
            case NewsKind.Ended: ended.TrySetResult(); break;
        }
    }

    private void Measure(double loudness)
    {
        if (isOver) return;
        heard++;
        started.TrySetResult();
        Heard?.Invoke(Math.Min(1, loudness * Louder));
        if (Elapsed >= Longest) Stopped?.Invoke();
    }

    private void Fail(string why)
    {
        if (started.TrySetException(new SoundException(why)) || isOver) return;
        Stopped?.Invoke();
    }
}
