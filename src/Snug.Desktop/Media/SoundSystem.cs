using System.Runtime.InteropServices;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.Media;

/// <summary>GStreamer, which is loaded when the first sound is wanted: the window works without it.</summary>
internal static class SoundSystem
{
    private const string Packages = "sudo apt install gstreamer1.0-plugins-base gstreamer1.0-plugins-good";

    private static readonly string[] ToPlay = ["playbin", "oggdemux", "opusdec"];
    private static readonly string[] ToRecord = ["level", "audioconvert", "audioresample", "opusenc", "oggmux", "filesink"];

    // Its first start reads what is installed, which takes seconds.
    private static readonly Lazy<Task<string?>> Started = new(() => Task.Run(Start));

    /// <returns>Why sounds cannot be played, for the person; null when they can.</returns>
    public static Task<string?> WhyNotPlayAsync() => WhyNotAsync(ToPlay);

    /// <returns>Why nothing can be recorded, for the person; null when it can. Whether there is a microphone is seen on recording.</returns>
    public static Task<string?> WhyNotRecordAsync() =>
        WhyNotAsync(RecordingSource is DefaultSource ? [DefaultSource, .. ToRecord] : ToRecord);

    public const string DefaultSource = "autoaudiosrc";

    /// <summary>Where recordings come from, as GStreamer describes it: $SNUG_AUDIO_SOURCE, or the desktop's microphone.</summary>
    public static string RecordingSource => Set("SNUG_AUDIO_SOURCE") ?? DefaultSource;

    /// <summary>Where sounds go: $SNUG_AUDIO_SINK, or null for the desktop's loudspeakers.</summary>
    public static string? PlayingSink => Set("SNUG_AUDIO_SINK");

    private static string? Set(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set : null;

    private static async Task<string?> WhyNotAsync(string[] elements)
    {
        if (await Started.Value is { } missing) return missing;
        var absent = elements.Where(element => !Exists(element)).ToList();
        return absent.Count == 0 ? null : Texts.Current.SoundsLack(string.Join(", ", absent), Packages);
    }

    private static string? Start()
    {
        if (!NativeLibrary.TryLoad(Native.GStreamer, out _)) return Texts.Current.SoundsNeedGStreamer(Packages);
        return Native.gst_init_check(0, 0, out var error) != 0 ? null : Texts.Current.SoundsDoNotStart(Fault.Take(error).Text);
    }

    private static bool Exists(string element)
    {
        var factory = Native.gst_element_factory_find(element);
        if (factory != 0) Native.gst_object_unref(factory);
        return factory != 0;
    }
}
