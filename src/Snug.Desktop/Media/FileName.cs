using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Snug.Desktop.Media;

/// <summary>
/// What files are called on their way, as the web client does it: a picture's name ends in its shape (cat-1024x768.webp), so
/// that its place can be kept free before it is loaded.
/// </summary>
internal static partial class FileName
{
    // Of a name without its ending. The server takes 200 runes with it; a folder takes 255 bytes, and a picture's shape is added.
    private const int MostRunes = 150, MostBytes = 225;

    /// <summary>
    /// A name as it can be shown and saved: without folders, without characters that end a line, turn the direction of writing
    /// or cannot be seen, and never one that hides the file.
    /// </summary>
    public static string Safe(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var visible = string.Concat(last.EnumerateRunes().Where(IsShown).Select(rune => rune.ToString())).TrimEnd();
        var shown = string.Concat(visible.SkipWhile(c => c == '.' || char.IsWhiteSpace(c)));
        var ending = Ending().Match(shown).Value;
        var stem = Cut(shown[..^ending.Length]);
        return stem.Length + ending.Length == 0 ? "file" : stem.Length == 0 ? "file" + ending : stem + ending;
    }

    /// <summary>A name as a person is shown it, and saves it: without the shape, and without what could deceive.</summary>
    public static string Shown(string name) => Safe(Plain(name));

    /// <returns>The name of a picture with its shape and the ending of its type, in place of those it had.</returns>
    public static string WithShape(string name, PictureSize size, string type)
    {
        var stem = Cut(Ending().Replace(Plain(Safe(name)), ""));
        return string.Create(CultureInfo.InvariantCulture, $"{(stem.Length == 0 ? "picture" : stem)}-{size.Width}x{size.Height}.{EndingOf(type)}");
    }

    /// <summary>The shape that a name claims; null where it claims none. What is shown may be another: names are anybody's.</summary>
    public static PictureSize? ShapeIn(string name)
    {
        var found = Shape().Match(name);
        if (!found.Success) return null;
        var width = int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var height = int.Parse(found.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return width > 0 && height > 0 ? new(width, height) : null;
    }

    /// <summary>A name as people call it, without the shape.</summary>
    public static string Plain(string name) => Shape().Replace(name, "");

    public static string OfVoice(DateTimeOffset at) => $"voice-{Stamp(at)}.ogg";

    /// <summary>Something pasted has no name: a time tells one from the other.</summary>
    public static string OfPasted(DateTimeOffset at) => $"picture-{Stamp(at)}.png";

    public static bool IsVoice(string name) => Voice().IsMatch(name);

    // By the clock of who sends it, in an order that sorts.
    private static string Stamp(DateTimeOffset at) => at.ToString("yyyy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture);

    private static string Cut(string stem)
    {
        var bytes = 0;
        return string.Concat(stem.EnumerateRunes().Take(MostRunes).TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= MostBytes));
    }

    private static string EndingOf(string type) => type == "image/jpeg" ? "jpg" : type["image/".Length..];

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    [GeneratedRegex(@"-([0-9]{1,5})x([0-9]{1,5})(?=\.[a-z0-9]{2,5}$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\.[a-z0-9]{1,8}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^voice-[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Voice();
}
