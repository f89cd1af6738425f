using System.Globalization;

namespace Snug.Bench;

/// <summary>What <c>bench/run</c> was asked for.</summary>
/// <param name="Plan">How everything is run.</param>
/// <param name="Chosen">What is run, in the order of the page.</param>
/// <param name="Page">Where the page comes; null where none is written.</param>
internal sealed record SuiteOptions(Plan Plan, IReadOnlyList<Scenario> Chosen, string? Page)
{
    // More than a week of either is a slip of the hand.
    private const int Most = 9_999;

    /// <summary>Minutes that the run takes on two cores, about.</summary>
    public double Minutes => Chosen.Sum(scenario => scenario.Minutes(Plan) * scenario.RoundsOf(Plan));

    /// <param name="root">The project's folder.</param>
    /// <param name="words">The command line.</param>
    /// <exception cref="FormatException">One of them is not understood; the message is for a person.</exception>
    public static SuiteOptions Read(string root, IReadOnlyList<string> words)
    {
        var (plan, names, page) = (new Plan(root, IsQuick: false, Plan.UsualRounds), new HashSet<string>(), (string?)null);
        var docs = Path.Combine(root, "docs/performance.md");
        foreach (var word in words)
        {
            if (word == "--quick") plan = plan with { IsQuick = true, Rounds = 1 };
            else if (word == "--page") page = docs;
            else if (word.StartsWith("--page=", StringComparison.Ordinal) && word.Length > "--page=".Length) page = Path.GetFullPath(word["--page=".Length..]);
            else if (NumberOf("--rounds=", word) is { } rounds) plan = plan with { Rounds = rounds };
            else if (NumberOf("--minutes=", word) is { } minutes) plan = plan with { Minutes = minutes };
            else if (Scenarios.All.Any(one => one.Name == word)) names.Add(word);
            else throw new FormatException($"\"{word}\" is neither a scenario nor an option; see bench/run --help");
        }
        if (plan.IsQuick && page == docs) throw new FormatException("a quick run's figures mean too little for docs/performance.md; --page=FILE writes them elsewhere");
        if (names.Count == 0 && !plan.IsQuick) page ??= docs;
        return new(plan, names.Count == 0 ? Scenarios.All : [.. Scenarios.All.Where(one => names.Contains(one.Name))], page);
    }

    /// <summary>What <c>bench/run --help</c> says.</summary>
    public static string Help(string root)
    {
        var whole = Read(root, []);
        return string.Join('\n', [
            "Usage: bench/run [SCENARIO…] [--rounds=N] [--minutes=N] [--quick] [--page[=FILE]]",
            "       bench/run many CONNECTION-STRING",
            "       bench/run micro [--quick] [--filter '*Polling*']",
            "",
            "Measures Snug on this machine, beside other servers as far as they are there (bench/rivals/install). Without a scenario all of them,",
            $"and docs/performance.md is written anew: some {whole.Minutes:0} minutes on two cores that have nothing else to do.",
            "",
            "  --rounds=N    How many times each row is measured (3).",
            "  --minutes=N   How long the steady load lasts, once (8).",
            "  --quick       A short form, to see that everything works; its figures mean little.",
            "  --page        Write docs/performance.md though only some scenarios were run: it has those alone, for a page is always of one run.",
            "  --page=FILE   Write the page there in place of docs/performance.md.",
            "",
            "Scenarios, with the minutes that a round takes:",
            "",
            .. Scenarios.All.Select(one => string.Create(CultureInfo.InvariantCulture, $"  {one.Name,-12}  {one.Minutes(whole.Plan),4:0.0}  {one.Title}")),
            "",
            "many: three servers over one PostgreSQL. micro: single steps of a request, by BenchmarkDotNet.",
        ]);
    }

    private static int? NumberOf(string option, string word) =>
        word.StartsWith(option, StringComparison.Ordinal) && int.TryParse(word[option.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most
            ? number : null;
}
