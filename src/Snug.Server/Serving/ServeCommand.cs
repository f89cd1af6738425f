using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace Snug.Server.Serving;

/// <summary><c>snug serve</c>: its words and flags.</summary>
internal static class ServeCommand
{
    private static readonly ServeOptions Defaults = new();

    private static readonly Option<IPEndPoint?> Line = new("--line")
    {
        Description = "Where the line protocol listens, or \"off\". Port 0 picks a free one.",
        HelpName = "ADDR:PORT",
        DefaultValueFactory = _ => Defaults.Line,
        CustomParser = text => text.Tokens[0].Value == "off" ? null : ReadAddress(text),
    };

    private static readonly Option<IPEndPoint?> Http = new("--http")
    {
        Description = "Where HTTP listens. Port 0 picks a free one.",
        HelpName = "ADDR:PORT",
        DefaultValueFactory = _ => Defaults.Http,
        CustomParser = ReadAddress,
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that everything is kept in; it is made where it is missing.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Defaults.Data,
    };

    private static readonly Option<int> LineLimit = new("--line-limit")
    {
        Description = $"The most characters of a message over the line protocol, 1 to {Limits.LargestLineLimit}.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.LineLimit,
        CustomParser = text => ReadNumber(text, 1, Limits.LargestLineLimit),
    };

    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Log who comes and goes." };

    public static Command Create()
    {
        var command = new Command("serve", "Start the chat server.") { Line, Http, Data, LineLimit, Verbose };
        NetworkFlags.AddTo(command);
        command.SetAction((parsed, cancel) => ServerProgram.RunAsync(NetworkFlags.Read(parsed, Read(parsed)), cancel));
        return command;
    }

    private static ServeOptions Read(ParseResult parsed) => new()
    {
        Line = parsed.GetValue(Line),
        Http = parsed.GetValue(Http)!,
        Data = parsed.GetValue(Data)!,
        LineLimit = parsed.GetValue(LineLimit),
        Verbose = parsed.GetValue(Verbose),
    };

    private static IPEndPoint? ReadAddress(ArgumentResult text)
    {
        var word = text.Tokens[0].Value;
        var address = word.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + word["localhost".Length..] : word;
        // Without a colon IPEndPoint would take a lone port for an address.
        var hasPort = address.LastIndexOf(':') > address.LastIndexOf(']') && (address[0] == '[' || address.Count(c => c == ':') == 1);
        if (hasPort && IPEndPoint.TryParse(address, out var endPoint)) return endPoint;

        text.AddError($"{OptionName(text)}: \"{word}\" is not an ADDR:PORT, such as 0.0.0.0:8080 or [::1]:8080");
        return null;
    }

    private static int ReadNumber(ArgumentResult text, int least, int most)
    {
        var word = text.Tokens[0].Value;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;

        text.AddError($"{OptionName(text)}: \"{word}\" is not a number from {least} to {most}");
        return 0;
    }

    private static string OptionName(ArgumentResult text) => text.Parent is OptionResult option ? option.Option.Name : text.Argument.Name;
}
