namespace Snug.Bench.Pages;

/// <summary>A scenario's part of the page: what is done, how to run it alone, and what each subject gave.</summary>
internal static class ScenarioSection
{
    public static string Of(Outcome outcome)
    {
        var scenario = outcome.Scenario;
        var again = outcome.Rounds.Count == 1 ? "measured once" : $"measured {outcome.Rounds.Count} times";
        List<string> lines =
        [
            $"## {scenario.Title}", "", scenario.About, "", $"`bench/run {scenario.Name}`, {again}:", "",
            .. Markdown.Table(["", .. scenario.Figures.Select(figure => figure.Heading)], words: 1,
                scenario.Subjects.Select(subject => (string[])[subject.Name, .. scenario.Figures.Select(figure => Figure.Written(outcome.Of(subject, figure), figure.Format))])),
            "",
        ];
        foreach (var (subject, failure) in outcome.Failures)
            lines.AddRange([$"{subject} could not be measured{(failure.Times < outcome.Rounds.Count ? $" in {failure.Times} of {outcome.Rounds.Count} rounds" : "")}: {failure.Why}.", ""]);
        return string.Join('\n', lines);
    }
}
