using System.Globalization;
using System.Runtime.InteropServices;
using Snug.Bench.Rivals;

namespace Snug.Bench;

/// <summary>docs/performance.md: what one run of the whole suite gave, on which machine, with which versions.</summary>
/// <param name="plan">How it ran.</param>
/// <param name="command">What has run it.</param>
internal sealed class PerformancePage(Plan plan, string command)
{
    private readonly List<string> sections = [];

    // Until the run is over, so that what was measured is not lost when it is not.
    private string Draft => Path.Combine(plan.Root, "artifacts/performance.md");

    public async Task BeginAsync()
    {
        var rivals = new List<string>();
        foreach (var rival in KnownRivals.All) rivals.Add($"- {rival.Name}: {await VersionAsync(rival)}");
        sections.Add(string.Join('\n', [
            "# Performance",
            "",
            "What Snug costs and holds, measured on one machine, in one run, beside other servers. `bench/run` has written this page, all of it; measure your own machine with it, or your own",
            "server with `./snug bench` ([operating.md](operating.md)).",
            "",
            "## How it was measured",
            "",
            $"- Command: `{command}`; `bench/rivals/install` has brought the other servers.",
            $"- Machine: {Processor()}, {Environment.ProcessorCount} cores, {Memory()} GB of memory; Linux {Environment.OSVersion.Version}; .NET {Environment.Version}.",
            "- Load and server share the machine. The load is made by one thread, held to one core (`bench/Snug.Load`); the server is held to none, whichever it is, and begins with nothing in it.",
            plan.Rounds == 1 ? "- Each row was measured once, so that nothing tells how far the figures may be off." :
                $"- Each row was measured {plan.Rounds} times, all rows in turn and then again (A B A B). A cell has the median and, in brackets, the least and the most; a goal is held against the median of what it was in each turn.",
            "- Nothing is counted before a warm-up has passed. CPU is the server's, user and system, with what it has started. Snug stores what it acknowledges on the disk; the others keep it in memory.",
            "",
            "The servers:",
            "",
            $"- Snug {Version()}, as `./snug serve` runs it",
            .. rivals,
            "",
        ]));
    }

    public void Add(Outcome outcome)
    {
        sections.Add(Report.Of(outcome));
        File.WriteAllText(Draft, string.Join('\n', sections));
    }

    public void Finish() => File.Move(Draft, Path.Combine(plan.Root, "docs/performance.md"), overwrite: true);

    private async Task<string> VersionAsync(Rival rival)
    {
        try
        {
            return await RivalStart.VersionAsync(rival, plan.Root);
        }
        catch (SubjectFailedException missing)
        {
            return missing.Message;
        }
    }

    private string Version() => File.ReadLines(Path.Combine(plan.Root, "Directory.Build.props")).Select(line => line.Trim())
        .First(line => line.StartsWith("<Version>", StringComparison.Ordinal))["<Version>".Length..^"</Version>".Length];

    private static string Processor() => File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
        ? line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..] : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Memory() =>
        (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30)).ToString("0", CultureInfo.InvariantCulture);
}
