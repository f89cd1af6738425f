using System.CommandLine.Parsing;
using System.Globalization;

namespace Snug.Load.CommandLine;

/// <summary>Reads what stands behind a flag, or says what should.</summary>
internal static class Values
{
    public static int ReadNumber(ArgumentResult text, int least, int most)
    {
        if (int.TryParse(Word(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        text.AddError($"{NameOf(text)} is a number from {least} to {most}, not \"{Word(text)}\"");
        return least;
    }

    public static double? ReadRate(ArgumentResult text)
    {
        if (double.TryParse(Word(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate <= 1_000_000) return rate;
        text.AddError($"{NameOf(text)} is how many messages a second, from 0 to 1000000, not \"{Word(text)}\"");
        return 0;
    }

    /// <summary>Such as <c>1s</c>, <c>500ms</c>, <c>2m</c>; seconds where it does not say.</summary>
    public static TimeSpan? ReadTime(ArgumentResult text, double least, double most)
    {
        var word = Word(text);
        var (number, unit) = word.EndsWith("ms", StringComparison.Ordinal) ? (word[..^2], 0.001)
            : word.EndsWith('s') ? (word[..^1], 1)
            : word.EndsWith('m') ? (word[..^1], 60)
            : (word, 1.0);
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count * unit >= least && count * unit <= most)
            return TimeSpan.FromSeconds(count * unit);
        text.AddError(string.Create(CultureInfo.InvariantCulture, $"{NameOf(text)} is a time from {least} to {most} seconds, such as 500ms, 1s or 2m, not \"{word}\""));
        return null;
    }

    public static TimeSpan? ReadPoll(ArgumentResult text) => Word(text) == "never" ? Timeout.InfiniteTimeSpan : ReadTime(text, 0.05, 60);

    public static int[] ReadPids(ArgumentResult text) => [.. text.Tokens.Select(token =>
    {
        if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && pid > 0) return pid;
        text.AddError($"{NameOf(text)} is the number of a process, not \"{token.Value}\"");
        return 0;
    })];

    public static ServerAddress ReadAddress(ArgumentResult text)
    {
        // As an address of the web, so that [::1]:5450 is understood too.
        if (Uri.TryCreate($"tcp://{Word(text)}", UriKind.Absolute, out var uri) && uri.Port > 0 && uri.PathAndQuery is "" or "/" && uri.UserInfo.Length == 0)
            return new(uri.IdnHost, uri.Port);
        text.AddError($"{NameOf(text)} is HOST:PORT, such as 127.0.0.1:5450, not \"{Word(text)}\"");
        return new("", 0);
    }

    public static ServerAddress? ReadUrl(ArgumentResult text)
    {
        if (Uri.TryCreate(Word(text), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/")
        {
            if (uri.Scheme == "http") return new(uri.IdnHost, uri.Port);
            text.AddError($"{NameOf(text)} takes no https: measure the server's plain HTTP, behind whatever speaks TLS for it");
        }
        else text.AddError($"{NameOf(text)} is an address such as http://127.0.0.1:8080, not \"{Word(text)}\"");
        return null;
    }

    private static string Word(ArgumentResult text) => text.Tokens[0].Value;

    private static string NameOf(ArgumentResult text) => text.Parent is OptionResult option ? option.Option.Name : text.Argument.Name;
}
