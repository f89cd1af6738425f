using Snug.Bench;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

// Times a server that runs in a process of its own. Everything stays on this machine's loopback and ends by itself.
return args switch
{
    ["many", var server, var database] => await ManyServers.RunAsync(server, database),
    ["baseline"] => await Baseline.RunAsync(),
    ["suite", var root, .. var words] => await RunSuiteAsync(root, words),
    _ => Usage("usage: bench/run [SCENARIO…] [--quick] [--rounds=N] [--minutes=N] [--page] | bench/run many CONNECTION-STRING"),
};

static async Task<int> RunSuiteAsync(string root, string[] words)
{
    var (plan, chosen, writesPage) = (new Plan(root, IsQuick: false, Plan.UsualRounds), new List<Scenario>(), words.All(word => word.StartsWith("--", StringComparison.Ordinal)));
    foreach (var word in words)
    {
        if (word == "--quick") plan = plan with { IsQuick = true, Rounds = 1 };
        else if (word == "--page") writesPage = true;
        else if (NumberOf("--rounds=", word) is { } rounds) plan = plan with { Rounds = rounds };
        else if (NumberOf("--minutes=", word) is { } minutes) plan = plan with { Minutes = minutes };
        else if (Scenarios.All.FirstOrDefault(one => one.Name == word) is { } scenario) chosen.Add(scenario);
        else return Usage($"bench/run: \"{word}\" is neither a scenario nor an option; there are {string.Join(", ", Scenarios.All.Select(one => one.Name))}, --quick, --rounds=N, --minutes=N, --page");
    }
    var page = writesPage && !plan.IsQuick ? new PerformancePage(plan, $"bench/run {string.Join(' ', words)}".TrimEnd()) : null;
    if (page is not null) await page.BeginAsync();
    foreach (var scenario in chosen.Count > 0 ? chosen : Scenarios.All)
    {
        var outcome = await Suite.RunAsync(scenario, plan, Console.Error);
        Console.WriteLine(Report.Of(outcome));
        page?.Add(outcome);
    }
    page?.Finish();
    return 0;
}

static int? NumberOf(string option, string word) =>
    word.StartsWith(option, StringComparison.Ordinal) && int.TryParse(word[option.Length..], out var number) && number is > 0 and < 10_000 ? number : null;

static int Usage(string text)
{
    Console.Error.WriteLine(text);
    return 2;
}
