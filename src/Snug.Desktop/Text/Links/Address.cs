using System.Text;

namespace Snug.Desktop.Text.Links;

/// <summary>
/// Where a link leads, spelled as a browser will take it (https://url.spec.whatwg.org): what is shown of it and what is opened
/// are then the same.
/// </summary>
/// <param name="Href">Letters of other scripts and the like are spelled out; it is ASCII only.</param>
/// <param name="Host">The host with its port, or for mail the address.</param>
/// <param name="HostName">The host; empty for mail.</param>
/// <param name="HasUser">Whether it says as whom to come in, which can pass for the host.</param>
internal sealed record Address(string Href, string Host, string HostName, bool HasUser)
{
    public bool IsMail => HostName.Length == 0;

    /// <returns>Null for what is not to be followed: scripts, files, addresses without a scheme.</returns>
    public static Address? Of(string href)
    {
        var text = Clean(href);
        var colon = text.IndexOf(':');
        if (colon < 0) return null;
        var rest = text[(colon + 1)..];
        return text[..colon].ToLowerInvariant() switch
        {
            "http" => Web("http", rest, "80"),
            "https" => Web("https", rest, "443"),
            "mailto" => Mail(rest),
            _ => null,
        };
    }

    private static string Clean(string href)
    {
        var begin = 0;
        var end = href.Length;
        while (begin < end && href[begin] <= ' ') begin++;
        while (end > begin && href[end - 1] <= ' ') end--;
        return string.Concat(href[begin..end].Where(c => c is not ('\t' or '\n' or '\r')));
    }

    private static Address Mail(string rest)
    {
        var (path, tail) = SplitAt(rest, '?', '#');
        var encoded = PercentEncoding.Encode(path, "");
        return new("mailto:" + encoded + Tail(tail, isWeb: false), PercentEncoding.TryDecode(encoded) ?? encoded, "", HasUser: false);
    }

    private static Address? Web(string scheme, string rest, string usualPort)
    {
        var (authority, path) = SplitAt(rest.TrimStart('/', '\\'), '/', '\\', '?', '#');
        var user = "";
        if (authority.LastIndexOf('@') is >= 0 and var sign) (user, authority) = (authority[..sign], authority[(sign + 1)..]);
        var colon = authority.EndsWith(']') ? -1 : authority.LastIndexOf(':');
        var (host, port) = colon < 0 ? (authority, "") : (authority[..colon], authority[(colon + 1)..]);
        if (WebHost.Of(host) is not { } name || PortOf(port) is not { } number) return null;

        var full = number.Length == 0 || number == usualPort ? name : $"{name}:{number}";
        var (way, tail) = SplitAt(path, '?', '#');
        var who = UserOf(user);
        return new($"{scheme}://{who}{full}{PathOf(way)}{Tail(tail, isWeb: true)}", full, name, who.Length > 0);
    }

    private static string? PortOf(string port)
    {
        if (!port.All(char.IsAsciiDigit)) return null;
        var digits = port.TrimStart('0');
        if (digits.Length > 5 || digits.Length == 5 && string.CompareOrdinal(digits, "65535") > 0) return null;
        return digits.Length == 0 && port.Length > 0 ? "0" : digits;
    }

    private static string UserOf(string user)
    {
        const string Encoded = " \"#<>?`{}/:;=@[\\]^|";
        var (name, password) = SplitAt(user, ':');
        password = password.Length > 0 ? password[1..] : "";
        if (name.Length == 0 && password.Length == 0) return "";
        var secret = password.Length > 0 ? ":" + PercentEncoding.Encode(password, Encoded) : "";
        return PercentEncoding.Encode(name, Encoded) + secret + "@";
    }

    // Steps up are taken; a backslash is as good as a slash.
    private static string PathOf(string path)
    {
        if (path.Length == 0) return "/";
        List<string> steps = [];
        var parts = path.Replace('\\', '/').Split('/')[1..];
        for (var i = 0; i < parts.Length; i++)
        {
            var step = parts[i].Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
            var isLast = i == parts.Length - 1;
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            if (step is not ("." or "..")) steps.Add(PercentEncoding.Encode(parts[i], " \"#<>?`{}^"));
            else if (isLast) steps.Add("");
        }
        return "/" + string.Join('/', steps);
    }

    private static string Tail(string tail, bool isWeb)
    {
        var (query, fragment) = SplitAt(tail, '#');
        var text = new StringBuilder();
        if (query.Length > 0) text.Append('?').Append(PercentEncoding.Encode(query[1..], isWeb ? " \"#<>'" : " \"#<>"));
        if (fragment.Length > 0) text.Append('#').Append(PercentEncoding.Encode(fragment[1..], " \"<>`"));
        return text.ToString();
    }

    private static (string Before, string From) SplitAt(string text, params ReadOnlySpan<char> signs) =>
        text.AsSpan().IndexOfAny(signs) is >= 0 and var at ? (text[..at], text[at..]) : (text, "");
}
