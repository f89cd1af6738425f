using System.Globalization;

namespace Snug.Desktop;

/// <summary>
/// Every word that the window shows, in one language: a text of one language alone does not compile. Code asks for it by name
/// (<c>Texts.Current.Send</c>), a <c>.ui</c> file by key (<c>%Send%</c>).
/// </summary>
internal abstract partial class Texts
{
    /// <summary>The language that this system is set to, or English.</summary>
    public static Texts Current { get; } = Language.Choose(Environment.GetEnvironmentVariable, CultureInfo.CurrentUICulture);

    /// <summary>The text of a key; only one that takes no numbers or names has one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] =>
        WindowText(key) ?? EnteringText(key) ?? RoomsText(key) ?? TalkText(key) ?? FilesText(key)
        ?? throw new KeyNotFoundException($"there is no text \"{key}\"");

    protected static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A number with its noun: both languages have one form for 1 and one for the rest.</summary>
    protected static string Many(int count, string one, string other) => $"{Number(count)} {(count == 1 ? one : other)}";
}
