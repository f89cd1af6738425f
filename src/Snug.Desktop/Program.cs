using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Protocol;

namespace Snug.Desktop;

internal static class Program
{
    private const int Fine = 0, CouldNot = 1, Misused = 2;

    private static int Main(string[] words)
    {
        try
        {
            var command = JoinCommand.Parse(words);
            if (!command.WantsHelp) return Join(command);
            Console.WriteLine(JoinCommand.Help);
            return Fine;
        }
        catch (UsageException wrong)
        {
            return Say($"{wrong.Message} ({Called.Join} --help tells more)", Misused);
        }
    }

    private static int Join(JoinCommand command)
    {
        UserName? name = null;
        if (command.Name is not null && !UserName.TryParse(command.Name, out name))
            return Say($"\"{LineText.OneLine(command.Name)}\" is not a name: {UserNameRule}", CouldNot);
        // Who has given no name is asked for it, where there is a display to ask on.
        if (command.Name is null && command.IsOverLine) return Say($"a name is missing: {Called.Join} NAME", CouldNot);
        if (Toolkit.Start(Application.Id, "Snug") is { } missing)
            return Say(command.Name is null ? $"a name is missing ({Called.Join} NAME), and {missing}" : missing, CouldNot);
        Toolkit.Style("style.css");
        try
        {
            return MainLoop.Run(async loop =>
            {
                using var visit = new Visit(command with { Name = name?.Value }, loop, TimeProvider.System);
                return await visit.RunAsync();
            });
        }
        catch (ChatException failure)
        {
            return Say(LineText.OneLine(failure.Message), CouldNot);
        }
    }

    private const string UserNameRule = "it takes 1 to 32 letters, digits, _, - and ., beginning with a letter or a digit";

    private static int Say(string line, int exit)
    {
        Console.Error.WriteLine($"snug join: {line}");
        return exit;
    }
}
