using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text.Json;
using Snug.Load.CommandLine;
using Snug.Load.Measuring;

namespace Snug.Load;

internal static class Program
{
    private const int Fine = 0, CouldNot = 1, Misused = 2, Interrupted = 130;

    // Who leaves because of a signal still says so to the server, within this.
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(20);

    private static async Task<int> Main(string[] words)
    {
        var root = new Command("./snug") { BenchCommand.Create(Run) };
        root.Options.Add(new HelpOption { Recursive = true });
        var parsed = root.Parse(["bench", .. words]);
        if (parsed.Errors.Count == 0 || parsed.Action is HelpAction)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Leaving + TimeSpan.FromSeconds(5), EnableDefaultExceptionHandler = false });
        await Console.Error.WriteLineAsync($"snug bench: {parsed.Errors[0].Message.TrimEnd('.')}; see ./snug bench --help");
        return Misused;
    }

    private static int Run(BenchOptions options, CancellationToken cancel)
    {
        try
        {
            if (!OperatingSystem.IsLinux()) throw new LoadException("this runs on Linux only; a server elsewhere can be measured from there");
            Measure(options, cancel);
            return Fine;
        }
        catch (LoadException failure)
        {
            Console.Error.WriteLine($"snug bench: {failure.Message}");
            return CouldNot;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    private static void Measure(BenchOptions options, CancellationToken cancel)
    {
        var server = options.Resolve();
        var watched = new WatchedProcesses(options.Processes.Count > 0 ? options.Processes : PortOwner.Find(server));
        using var run = new LoadRun(options.Scenario, server, watched, TimeProvider.System, options.Speak);
        try
        {
            Tell(options, Headline.Of(options));
            run.Enter(cancel);
            if (options.LooksForMost) LookForMost(options, run, cancel);
            else Print(options, run.Measure(options.Scenario.Pace, cancel));
        }
        finally
        {
            Leave(run);
        }
    }

    // What was measured, or why nothing was, stays what this program says, whatever becomes of the leaving.
    private static void Leave(LoadRun run)
    {
        using var bound = new CancellationTokenSource(Leaving, TimeProvider.System);
        try
        {
            run.Leave(bound.Token);
        }
        catch (Exception failure) when (failure is LoadException or OperationCanceledException)
        {
            Console.Error.WriteLine("snug bench: the server does not let the clients leave: their names stay for as long as it keeps those of who is silent");
        }
    }

    private static void LookForMost(BenchOptions options, LoadRun run, CancellationToken cancel)
    {
        var (kept, behind) = Climb.Run(options.Scenario, pace =>
        {
            var result = run.Measure(pace, cancel);
            Tell(options, string.Create(CultureInfo.InvariantCulture,
                $"  {pace.PerSecond,8:N0} posts a second: {result.DeliveriesPerSecond,12:N0} deliveries a second, 99 % within {result.ReadTimes.NinetyNine:N0} ms"));
            return result;
        });
        if ((kept ?? behind) is not { } best) throw new LoadException("nothing was measured");
        Tell(options, kept is null ? "readers fell behind at each pace; the slowest:" : "the most that readers kept up with:");
        Print(options, best);
        if (behind is { OwnCores: > 0.9 }) Tell(options, "It was this program that fell behind first: the server might have done more.");
    }

    private static void Print(BenchOptions options, LoadResult result)
    {
        if (options.WantsJson) Console.WriteLine(JsonSerializer.Serialize(result, ResultJson.Default.LoadResult));
        else Table.Print(Console.Out, result);
    }

    private static void Tell(BenchOptions options, string line)
    {
        if (!options.WantsJson) Console.WriteLine(line);
    }
}
