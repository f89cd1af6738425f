using System.Globalization;

namespace Snug.Desktop.View.Files;

/// <summary>The words that stand around files, in one place for whoever translates them.</summary>
internal static class FileWords
{
    public const string VoiceMessage = "Voice message", Play = "Play", Pause = "Pause", Cancel = "Cancel", Save = "Save",
        SaveTitle = "Save file", Place = "Place in the sound", Recording = "Recording", NotToBeShown = "Cannot be shown here",
        TryAgain = "Try again", Lost = "Could not be loaded", Stopped = "The recording stopped, and is kept";

    private static readonly string[] Units = ["bytes", "kB", "MB", "GB"];

    public static string SaveFile(string name) => $"Save {name}";

    public static string CancelFile(string name) => $"Cancel {name}";

    public static string ShowLarge(string name, string from) =>
        from.Length == 0 ? $"Picture {name}: show large" : $"Picture {name} from {from}: show large";

    public static string PlaceOf(TimeSpan at, TimeSpan of) => $"{Clock(at)} of {Clock(of)}";

    public static string Uploading(string name, int percent) => $"Sending {name}, {percent} %";

    /// <summary>A stretch of time as players show it: 0:07, 4:59, 1:02:03.</summary>
    public static string Clock(TimeSpan time) =>
        time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);

    /// <summary>A size as people read it: 1,024 of one are one of the next, as file managers have it.</summary>
    public static string Size(long bytes)
    {
        var step = bytes < 1024 ? 0 : Math.Min((int)Math.Log(bytes, 1024), Units.Length - 1);
        var size = bytes / Math.Pow(1024, step);
        return $"{size.ToString(size < 10 && step > 0 ? "0.#" : "0", CultureInfo.CurrentCulture)} {Units[step]}";
    }
}
