using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using Snug.Server.Serving;

namespace Snug.Server;

internal static class Program
{
    public static string Version { get; } =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <returns>The exit code: 0 as asked, 1 when it cannot be done, 2 when it was asked wrongly.</returns>
    public static async Task<int> Main(string[] args)
    {
        // Read once, before the first socket exists. Requests are then answered on the threads that wait for sockets.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

        if (args is ["--version"])
        {
            Console.WriteLine($"snug {Version}");
            return 0;
        }
        var root = new Command(Called.Server, "A chat server.") { ServeCommand.Create(), OperatorCommands.CreateAdmin(), OperatorCommands.CreateInvite(), CopyCommand.Create() };
        root.Options.Add(new HelpOption { Recursive = true });
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            await Console.Error.WriteLineAsync($"snug: {WhatIsWrong(parsed, root)}; see {Called.Server} --help");
            return 2;
        }
        // Signals are the server's own to handle: it stops cleanly.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    // As the entry script says it: of a word that is no command the parser would say first that there is none.
    private static string WhatIsWrong(ParseResult parsed, Command root) => parsed.CommandResult.Command != root ? parsed.Errors[0].Message.TrimEnd('.')
        : parsed.UnmatchedTokens is [var word, ..] ? $"\"{word}\" is not a command" : "a command is missing";
}
