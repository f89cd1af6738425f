using System.Globalization;
using Snug.Bench;
using Snug.Bench.Pages;
using Snug.Bench.Tidying;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

// Times a server that runs in a process of its own. Everything stays on this machine's loopback and ends by itself.
if (args is ["baseline"]) return await Baseline.RunAsync();
Tidy.WatchSignals();
try
{
    return args switch
    {
        ["many", var server, var database] => await ManyServers.RunAsync(server, database),
        ["suite", var root, "--help" or "-h"] => Say(SuiteOptions.Help(root)),
        ["suite", var root, .. var words] => await RunSuiteAsync(SuiteOptions.Read(root, words), words),
        _ => Complain("what is asked for is not understood; see bench/run --help", 2),
    };
}
catch (FormatException misused)
{
    return Complain(misused.Message, 2);
}
catch (SubjectFailedException failure)
{
    return Complain(failure.Message, 1);
}
finally
{
    Tidy.All();
}

static async Task<int> RunSuiteAsync(SuiteOptions options, string[] words)
{
    var page = options.Page is { } file ? new PerformancePage(options.Plan, $"bench/run {string.Join(' ', words)}".TrimEnd(), file) : null;
    var (began, count) = (TimeProvider.System.GetTimestamp(), options.Chosen.Count);
    if (!options.Plan.IsQuick)
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "scenario" : "scenarios")}: some {Math.Ceiling(options.Minutes):0} minutes"));
    foreach (var scenario in options.Chosen)
    {
        var outcome = await Suite.RunAsync(scenario, options.Plan, Console.Error);
        Console.WriteLine(ScenarioSection.Of(outcome));
        Console.WriteLine(GoalSection.Of([outcome], "Goals:"));
        if (page is not null) await page.AddAsync(outcome);
    }
    page?.Finish();
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{TimeProvider.System.GetElapsedTime(began).TotalMinutes:0.0} minutes{(options.Page is null ? "" : $"; the page is {options.Page}")}"));
    return 0;
}

static int Say(string text)
{
    Console.WriteLine(text);
    return 0;
}

static int Complain(string text, int code)
{
    Console.Error.WriteLine($"bench/run: {text}");
    return code;
}
