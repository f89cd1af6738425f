using System.CommandLine;
using System.CommandLine.Parsing;

namespace Snug.Load.CommandLine;

/// <summary>Flags that do not go together.</summary>
internal static class Combinations
{
    private static readonly string[][] Either = [["--server", "--url"], ["--poll", "--wait"], ["--rate", "--flood", "--most"]];

    private static readonly string[] OnlyHttp = ["--wait", "--rooms"];

    // A line of the line protocol has fewer characters, unless its server was told otherwise.
    private const int LineLimit = 99;

    public static Action<CommandResult> Check(Option<int> clients, Option<int> senders, Option<int> rooms, Option<int> size, Option<TimeSpan?> poll) => parsed =>
    {
        bool Has(string name) => parsed.Children.OfType<OptionResult>().Any(one => one.Option.Name == name && !one.Implicit);

        foreach (var choice in Either)
            if (choice.Where(Has).ToList() is [var one, var other, ..]) parsed.AddError($"{one} and {other} do not go together");
        foreach (var name in OnlyHttp)
            if (Has(name) && !Has("--url")) parsed.AddError($"{name} needs --url: the line protocol knows nothing of it");
        if (parsed.Errors.Any()) return;

        try
        {
            if (parsed.GetValue(senders) > parsed.GetValue(clients)) parsed.AddError("--senders are some of --clients: there cannot be more of them");
            if (parsed.GetValue(rooms) > parsed.GetValue(clients)) parsed.AddError("--rooms are opened by --clients: there cannot be more of them");
            if (Has("--most") && parsed.GetValue(poll) == Timeout.InfiniteTimeSpan) parsed.AddError("--most looks at what readers are given: --poll cannot be never");
            if (!Has("--url") && parsed.GetValue(size) > LineLimit) parsed.AddError($"--size is at most {LineLimit} over the line protocol");
        }
        catch (InvalidOperationException)
        {
            // One of them is wrong by itself, which its own flag tells.
        }
    };
}
