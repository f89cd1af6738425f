using Snug.Bench.Rivals;

namespace Snug.Bench.Pages;

/// <summary>docs/performance.md: what one run of the suite, or of a part of it, gave, on which machine, with which versions.</summary>
/// <param name="plan">How it ran.</param>
/// <param name="command">What has run it.</param>
/// <param name="file">Where the page comes.</param>
internal sealed class PerformancePage(Plan plan, string command, string file)
{
    private readonly List<Outcome> outcomes = [];

    /// <summary>Where the page stands until the run is over, so that what was measured is not lost when it is not.</summary>
    public string Draft { get; } = Path.Combine(plan.Root, "artifacts/performance.md");

    /// <summary>A scenario's rounds are over.</summary>
    public async Task AddAsync(Outcome outcome)
    {
        outcomes.Add(outcome);
        await File.WriteAllTextAsync(Draft, Compose(await ServersAsync()));
    }

    /// <summary>The run is over: the page comes to where it belongs, in place of the one before.</summary>
    public void Finish() => File.Move(Draft, file, overwrite: true);

    private string Compose(IEnumerable<string> servers)
    {
        var left = Scenarios.All.Except(outcomes.Select(outcome => outcome.Scenario)).Select(scenario => $"`{scenario.Name}`").ToList();
        return string.Join('\n', [
            "# Performance",
            "",
            "What Snug costs and holds, beside other servers, measured on one machine in one run. `bench/run` has written this page, all of it; measure your own machine with it, or your own",
            "server with `./snug bench` ([operating.md](operating.md#try-it-with-people)).",
            "",
            .. plan.IsQuick ? (string[])["**A quick run, to see that everything works: too few clients, for too short a time, to say how fast anything is.**", ""] : [],
            GoalSection.Of(outcomes, "## Goals"),
            .. left.Count > 0 ? (string[])[$"Not part of this run: {string.Join(", ", left)}.", ""] : [],
            "## How it was measured",
            "",
            $"- Command: `{command}`. Other servers come with `bench/rivals/install`.",
            $"- Machine: {Machine.InWords}.",
            "- Load and server share the machine. The load is made by one thread, held to one core (`bench/Snug.Load`); the server is held to none, whichever it is, and begins with nothing in it where its",
            "  section says nothing else.",
            plan.Rounds == 1 ? "- Each row was measured once, so that nothing tells how far the figures may be off." :
                $"- Rows were measured in turn, and then again (A B A B), {plan.Rounds} times where the section says nothing else. A cell has the median and, in brackets, the least and the most. A goal is "
                    + "computed in each round from that round's figures, and its median is held to the bound.",
            "- Nothing is counted before a warm-up has passed. CPU is the server's, user and system, with all that it has started. Snug stores what it acknowledges on the disk; the others keep it in memory.",
            "- Times that 99 of 100 took are of all that should have come: *never* where more than one of 100 did not.",
            "",
            "Servers:",
            "",
            .. servers,
            "",
            .. outcomes.Select(ScenarioSection.Of),
        ]);
    }

    // Asked anew each time: what is installed during a run is measured from then on.
    private async Task<IEnumerable<string>> ServersAsync()
    {
        List<string> lines = [$"- Snug {Version()}, as `./snug serve` runs it"];
        foreach (var rival in KnownRivals.All) lines.Add($"- {rival.Name}: {await VersionAsync(rival)}");
        return lines;
    }

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
}
