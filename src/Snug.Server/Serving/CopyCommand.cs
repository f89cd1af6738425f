using System.CommandLine;
using Snug.Protocol;
using Snug.Server.Store;
using Snug.Server.Store.Copying;

namespace Snug.Server.Serving;

/// <summary><c>snug copy</c>: moves a single server's chat into PostgreSQL.</summary>
internal static class CopyCommand
{
    private static readonly Option<string> From = new("--from")
    {
        Description = "The data folder of the server that has kept the chat so far, and does not run.",
        HelpName = "DIR",
        Required = true,
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "An empty PostgreSQL database: a connection string, such as 'Host=db;Database=snug;Username=snug;Password=…'.",
        HelpName = "STRING",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command("copy", "Move a chat from a data folder into PostgreSQL. Run again, it goes on where it was, and checks all of it.") { From, To };
        command.SetAction(parsed => Run(parsed.GetValue(From)!, parsed.GetValue(To)!));
        return command;
    }

    /// <returns>The exit code: 0 when all of it is there, 1 when something is not.</returns>
    private static int Run(string from, string to)
    {
        try
        {
            var report = new CopyReport(Console.Out, TimeProvider.System);
            var result = ChatCopy.Run(from, to, report);
            report.End(result, from);
            return result.BadFiles == 0 && (result.IsEqual || result.Tables is null) ? 0 : 1;
        }
        catch (Exception failure) when (failure is StoreException or IOException)
        {
            Console.Error.WriteLine($"snug: {LineText.OneLine(failure.Message).TrimEnd('.')}");
            return 1;
        }
    }
}
