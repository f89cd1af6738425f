using System.Globalization;
using Snug.Protocol;

namespace Snug.Desktop;

/// <summary>What the command line asks for.</summary>
/// <param name="Name">Who comes in; null where it is not said.</param>
/// <param name="Host">The line protocol's server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Url">The HTTP API's server; null for the line protocol, and where the person is asked.</param>
/// <param name="WantsHelp">Nothing else is asked for than the help.</param>
/// <param name="IsOverLine">The line protocol's server was named.</param>
internal sealed record JoinCommand(string? Name, string Host, int Port, Uri? Url, bool WantsHelp, bool IsOverLine = false)
{
    public static string Help { get; } = $"""
        Usage: {Called.Join} [NAME] [--url http://HOST:PORT | --server HOST:PORT]

        Opens a chat window and enters as NAME; without it, asks for the chat's address and the name. Closing the window leaves
        the line protocol's room; over HTTP one comes back to where one was.

        NAME                1 to 32 letters, digits, _, - and ., beginning with a letter or a digit
        --server HOST:PORT  the chat server's line protocol (default 127.0.0.1:5450; IPv6 in brackets: [::1]:5450)
        --url ADDRESS       the chat server's HTTP API, with rooms, pictures and all else that it can do
        --help              this text

        Keys: Return sends; Page Up, Page Down and Ctrl+End move through the conversation; Escape leads back to the
        entry; F9 shows or hides who is here; Ctrl+W and Ctrl+Q close the window.
        """;

    /// <summary>The server as a person writes it.</summary>
    public string Address => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <exception cref="UsageException">The command line is wrong; the message says where.</exception>
    public static JoinCommand Parse(string[] words)
    {
        var command = new JoinCommand(null, "127.0.0.1", LineProtocol.DefaultPort, Url: null, WantsHelp: false);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "--help" or "-h" or "-?") return command with { WantsHelp = true };
            if (words[i] == "--server") command = command.At(++i < words.Length ? words[i] : throw NoAddress());
            else if (words[i].StartsWith("--server=", StringComparison.Ordinal)) command = command.At(words[i]["--server=".Length..]);
            else if (words[i] == "--url") command = command.Over(++i < words.Length ? words[i] : throw NoUrl());
            else if (words[i].StartsWith("--url=", StringComparison.Ordinal)) command = command.Over(words[i]["--url=".Length..]);
            else if (words[i].StartsWith('-')) throw new UsageException($"there is no option {words[i]}");
            else if (command.Name is null) command = command with { Name = words[i] };
            else throw new UsageException($"one name is enough: what is \"{words[i]}\"?");
        }
        return command;
    }

    private static UsageException NoAddress() => new("--server needs HOST:PORT behind it");

    private JoinCommand At(string address)
    {
        var colon = address.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(address[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > 65535) throw Malformed(address);

        var host = address[..colon];
        if (host.StartsWith('[') && host.EndsWith(']')) host = host[1..^1];
        else if (host.Contains(':', StringComparison.Ordinal)) throw Malformed(address);

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) throw Malformed(address);
        return this with { Host = host, Port = port, IsOverLine = true };
    }

    private static UsageException NoUrl() => new("--url needs an address behind it, such as http://127.0.0.1:8080");

    private JoinCommand Over(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? this with { Url = url }
            : throw new UsageException($"\"{address}\" is not an address such as http://127.0.0.1:8080 or https://chat.example.org");

    private static UsageException Malformed(string address) =>
        new($"\"{address}\" is not HOST:PORT, such as 127.0.0.1:5450 or [::1]:5450");
}
