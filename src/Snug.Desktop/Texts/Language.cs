using System.Globalization;

namespace Snug.Desktop;

/// <summary>Which language the texts are in, by the variables that other programs of a desktop go by (gettext's order).</summary>
internal static class Language
{
    /// <param name="read">The value of an environment variable, or null.</param>
    /// <param name="system">What the system says where none of the variables is set.</param>
    public static Texts Choose(Func<string, string?> read, CultureInfo system)
    {
        string[] variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
        var locale = variables.Select(read).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? system.Name;
        // The C locale is for programs that read what others write: no list of wishes changes it.
        if (CodeOf(locale) is "c" or "posix") return new English();

        var wishes = (read("LANGUAGE") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return wishes.Append(locale).Select(Speak).FirstOrDefault(texts => texts is not null) ?? new English();
    }

    private static Texts? Speak(string locale) => CodeOf(locale) switch
    {
        "en" => new English(),
        "de" => new German(),
        _ => null,
    };

    // de_AT.UTF-8@euro is German, and so is de-AT.
    private static string CodeOf(string locale) => locale.Split('_', '-', '.', '@')[0].ToLowerInvariant();
}
