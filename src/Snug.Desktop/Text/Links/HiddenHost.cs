using System.Text;
using System.Text.RegularExpressions;
using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.Text.Links;

/// <summary>Whether a link's text says that it leads somewhere else than it does.</summary>
internal static partial class HiddenHost
{
    private const string Letter = @"[\p{L}\p{N}\p{Cs}-]";

    /// <returns>The host to show beside a link whose text names, or might pass for, another one; null where the text is honest.</returns>
    public static string? Of(string text, Address address)
    {
        // https://bank.example@evil.example leads to the latter.
        if (Turning().IsMatch(text) || address.HasUser) return address.Host;
        var shown = Letters.Trim(Dots().Replace(Invisible().Replace(Whole(text).Normalize(NormalizationForm.FormKC), ""), "."));
        if (address.IsMail)
            return NamesOnly(shown, MailLike(), name => string.Equals(name, address.Host, StringComparison.OrdinalIgnoreCase)) ? null : address.Host;
        // Of an address that is shown whole the end may look like a host: https://snug.example/index.html
        if (!shown.Any(Letters.IsSpace) && HostOf(shown) == address.HostName) return null;
        return NamesOnly(shown, HostLike(), name => Bare(HostOf(name)) == Bare(address.HostName)) ? null : address.Host;
    }

    private static bool NamesOnly(string text, Regex pattern, Func<string, bool> isTrue)
    {
        foreach (Match name in pattern.Matches(text))
            if (!isTrue(name.Value)) return false;
        return true;
    }

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static string HostOf(string name) =>
        Address.Of(WithScheme().IsMatch(name) ? name : "http://" + name)?.HostName ?? name;

    // Halves of pairs cannot be compared.
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        return whole.ToString();
    }

    [GeneratedRegex(@"\Ahttps?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithScheme();

    // Names, numbers, and whatever is said to be the address of something on the net.
    [GeneratedRegex(@"https?://[^" + Letters.Space + @"/?#]+|" + Letter + @"+(?:\." + Letter + @"+)*\.(?:\p{L}|\p{Cs}{2}){2,}|[0-9]{1,3}(?:\.[0-9]{1,3}){3}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostLike();

    [GeneratedRegex(@"[\p{L}\p{N}\p{Cs}._%+-]+@[\p{L}\p{N}\p{Cs}.-]+")]
    private static partial Regex MailLike();

    // Browsers take the full stops of other scripts for dots.
    [GeneratedRegex(@"[\u3002\uFF61]")]
    private static partial Regex Dots();

    // Marks that turn the direction of what follows: `moc.elgoog` then reads `google.com`.
    [GeneratedRegex(@"[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]")]
    public static partial Regex Turning();

    // Unicode's Default_Ignorable_Code_Point.
    [GeneratedRegex(@"[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8]"
        + @"|\uD82F[\uDCA0-\uDCA3]|\uD834[\uDD73-\uDD7A]|[\uDB40-\uDB43][\uDC00-\uDFFF]")]
    private static partial Regex Invisible();
}
