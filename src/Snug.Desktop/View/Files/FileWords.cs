using System.Globalization;

namespace Snug.Desktop.View.Files;

/// <summary>Times, sizes and names of files, as people read them.</summary>
internal static class FileWords
{
    private static readonly string[] Units = [Texts.Current.Bytes, "kB", "MB", "GB"];

    public static string ShowLarge(string name, string from) =>
        from.Length == 0 ? Texts.Current.PictureOfNobody(name) : Texts.Current.Picture(name, from);

    public static string PlaceOf(TimeSpan at, TimeSpan of) => Texts.Current.PlayedOf(Clock(at), Clock(of));

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
