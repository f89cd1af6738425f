using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Snug.Server.Tls;

namespace Snug.Server.Serving;

/// <summary>The flags of <c>snug serve</c> that say how it stands on its network: TLS, who stands in front, and where others find it.</summary>
internal static class NetworkFlags
{
    private static readonly Option<string?> Certificate = new("--certificate")
    {
        Description = "Speak TLS with this certificate and chain (PEM), read again when renewed; or \"self\": make one for a local network.",
        HelpName = "FILE|self",
    };

    private static readonly Option<string?> Key = new("--key")
    {
        Description = "The certificate's key (PEM), where it is not in the same file.",
        HelpName = "FILE",
    };

    private static readonly Option<IReadOnlyList<IPNetwork>> Proxy = new("--proxy")
    {
        Description = "Reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, and on the line protocol their PROXY line; nobody's otherwise.",
        HelpName = "ADDR[/BITS][,…]",
        DefaultValueFactory = _ => [],
        CustomParser = ReadNetworks,
    };

    private static readonly Option<string?> Url = new("--url")
    {
        Description = "Where others reach HTTP, for links in the line protocol; the address it listens on if left out.",
        HelpName = "http://HOST",
        CustomParser = ReadUrl,
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(Certificate);
        command.Options.Add(Key);
        command.Options.Add(Proxy);
        command.Options.Add(Url);
        command.Validators.Add(CheckCertificateAndKey);
    }

    public static ServeOptions Read(ParseResult parsed, ServeOptions others) => others with
    {
        Certificate = parsed.GetValue(Certificate),
        Key = parsed.GetValue(Key),
        Proxies = parsed.GetValue(Proxy)!,
        Url = parsed.GetValue(Url),
    };

    private static void CheckCertificateAndKey(CommandResult command)
    {
        var (certificate, key) = (WordOf(Certificate, command), WordOf(Key, command));
        if (certificate is null && key is not null) command.AddError("--key needs --certificate");
        if (certificate == SelfSigned.Word && key is not null) command.AddError($"--certificate {SelfSigned.Word} makes its own key: leave out --key");
        if (certificate is not null and not SelfSigned.Word && key is null && CertificatePem.LacksKey(certificate))
            command.AddError($"--certificate needs --key, for there is no key in \"{certificate}\"");
    }

    // Not the option's value: to ask for one that is missing throws.
    private static string? WordOf(Option option, CommandResult command) =>
        command.GetResult(option) is { Tokens: [var word, ..] } ? word.Value : null;

    private static string? ReadUrl(ArgumentResult text)
    {
        var word = text.Tokens[0].Value;
        if (Uri.TryCreate(word, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.PathAndQuery == "/" && url.Fragment == "" && url.UserInfo == "")
            return url.GetLeftPart(UriPartial.Authority);

        text.AddError($"--url: \"{word}\" is not an address such as https://chat.example.org");
        return null;
    }

    private static List<IPNetwork> ReadNetworks(ArgumentResult text)
    {
        var networks = new List<IPNetwork>();
        foreach (var word in text.Tokens[0].Value.Split(','))
        {
            if (IPAddress.TryParse(word, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(word, out var network)) networks.Add(network);
            else text.AddError($"--proxy: \"{word}\" is not an address or a network, such as 127.0.0.1 or 10.0.0.0/8");
        }
        return networks;
    }
}
