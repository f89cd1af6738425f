using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Snug.Server.Talk;

namespace Snug.Server.Serving;

/// <summary><c>snug serve</c>: its words and flags.</summary>
internal static class ServeCommand
{
    private static readonly ServeOptions Defaults = new();

    private static readonly Option<DoorAddress> Line = new("--line")
    {
        Description = "Where the line protocol listens, or \"off\". Port 0 picks a free one.",
        HelpName = "ADDR:PORT",
        DefaultValueFactory = _ => new(Defaults.Line),
        CustomParser = text => text.Tokens[0].Value == "off" ? DoorAddress.Off : ReadAddress(text),
    };

    private static readonly Option<DoorAddress> Http = new("--http")
    {
        Description = "Where HTTP listens. Port 0 picks a free one.",
        HelpName = "ADDR:PORT",
        DefaultValueFactory = _ => new(Defaults.Http),
        CustomParser = ReadAddress,
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = $"The folder that everything is kept in; it is made where it is missing. [default: {ServeOptions.DefaultData}] With --database: for what is this server's own; without it that is lost with the server.",
        HelpName = "DIR",
        Validators = { RefuseBlank },
    };

    /// <summary>The database that several servers share.</summary>
    public static readonly Option<string?> Database = new("--database")
    {
        Description = "Keep the chat in PostgreSQL, for any number of servers: a connection string, such as 'Host=db;Database=snug;Username=snug;Password=…'.",
        HelpName = "STRING",
    };

    private static readonly Option<string?> Uploads = new("--uploads")
    {
        Description = "The folder for the files that people send; all servers of a chat may share it. [default: the database, or without one the data folder]",
        HelpName = "DIR",
        Validators = { RefuseBlank },
    };

    private static readonly Option<int> LineLimit = new("--line-limit")
    {
        Description = $"The most characters of a message over the line protocol, 1 to {Limits.LargestLineLimit}.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.LineLimit,
        CustomParser = text => ReadNumber(text, 1, Limits.LargestLineLimit),
    };

    private static readonly Option<int> MessageLimit = new("--message-limit")
    {
        Description = $"The most characters of a message over HTTP, 1 to {Limits.LargestMessageLimit}.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.MessageLimit,
        CustomParser = text => ReadNumber(text, 1, Limits.LargestMessageLimit),
    };

    // The default told here: the help would tell it as Open, which is not a word to say.
    private static readonly Option<Access?> Access = new("--access")
    {
        Description = "Who may enter: open (anyone with a free name), invite (who has an invite), accounts (who has an account). [default: open]",
        HelpName = "WHO",
        CustomParser = ReadAccess,
    };

    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Log who comes and goes." };

    public static Command Create()
    {
        var command = new Command("serve", "Start the chat server.") { Line, Http, Data, Database, Uploads, LineLimit, MessageLimit, Access, Verbose };
        NetworkFlags.AddTo(command);
        command.SetAction((parsed, cancel) => ServerProgram.RunAsync(NetworkFlags.Read(parsed, Read(parsed)), cancel));
        return command;
    }

    private static ServeOptions Read(ParseResult parsed) => new()
    {
        Line = parsed.GetValue(Line)!.EndPoint,
        Http = parsed.GetValue(Http)!.EndPoint!,
        Database = parsed.GetValue(Database),
        Data = parsed.GetValue(Data) ?? (parsed.GetValue(Database) is null ? ServeOptions.DefaultData : null),
        Uploads = parsed.GetValue(Uploads),
        LineLimit = parsed.GetValue(LineLimit),
        MessageLimit = parsed.GetValue(MessageLimit),
        Access = parsed.GetValue(Access) ?? Defaults.Access,
        Verbose = parsed.GetValue(Verbose),
    };

    private static DoorAddress? ReadAddress(ArgumentResult text)
    {
        var word = text.Tokens[0].Value;
        var address = word.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + word["localhost".Length..] : word;
        // Without a colon IPEndPoint would take a lone port for an address.
        var hasPort = address.LastIndexOf(':') > address.LastIndexOf(']') && (address[0] == '[' || address.Count(c => c == ':') == 1);
        if (hasPort && IPEndPoint.TryParse(address, out var endPoint)) return new(endPoint);

        text.AddError($"{OptionName(text)}: \"{word}\" is not an ADDR:PORT, such as 0.0.0.0:8080 or [::1]:8080");
        return null;
    }

    private static void RefuseBlank(OptionResult option)
    {
        if (option.Tokens is [var folder] && string.IsNullOrWhiteSpace(folder.Value)) option.AddError($"{option.Option.Name}: the folder has no name");
    }

    private static Access? ReadAccess(ArgumentResult text)
    {
        var word = text.Tokens[0].Value;
        switch (word)
        {
            case "open": return Talk.Access.Open;
            case "invite": return Talk.Access.Invite;
            case "accounts": return Talk.Access.Accounts;
            default:
                text.AddError($"{OptionName(text)}: \"{word}\" is not one of open, invite and accounts");
                return default;
        }
    }

    /// <summary>Reads a whole number between two others; anything else is an error of the command line.</summary>
    public static int ReadNumber(ArgumentResult text, int least, int most)
    {
        var word = text.Tokens[0].Value;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;

        text.AddError($"{OptionName(text)}: \"{word}\" is not a number from {least} to {most}");
        return 0;
    }

    private static string OptionName(ArgumentResult text) => text.Parent is OptionResult option ? option.Option.Name : text.Argument.Name;
}
