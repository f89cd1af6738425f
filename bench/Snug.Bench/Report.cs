namespace Snug.Bench;

/// <summary>Writes what was measured as Markdown, which is readable on a terminal too.</summary>
internal static class Report
{
    public static string Of(Outcome outcome)
    {
        var scenario = outcome.Scenario;
        List<string> lines = [$"## {scenario.Title}", "", scenario.About, ""];
        lines.Add(Row(["", .. scenario.Figures.Select(figure => figure.Heading)]));
        lines.Add(Row(["---", .. scenario.Figures.Select(_ => "---:")]));
        lines.AddRange(scenario.Subjects.Select(subject => Row([subject.Name, .. scenario.Figures.Select(figure => Cell(outcome, subject, figure))])));
        lines.Add("");
        foreach (var (subject, why) in outcome.Failures) lines.AddRange([$"{subject} could not be measured{(outcome.Rounds.Count > 1 ? " every time" : "")}: {why}.", ""]);
        lines.AddRange(scenario.Goals.Select(goal => $"- {Verdict(outcome, goal)}"));
        if (scenario.Goals.Count > 0) lines.Add("");
        return string.Join('\n', lines);
    }

    // The median, and in brackets what the rounds lay between.
    private static string Cell(Outcome outcome, Subject subject, Figure figure)
    {
        var sorted = outcome.Sorted(round => round[subject.Name, figure.Heading]);
        if (sorted.Length == 0) return "–";
        var median = Outcome.Written(Outcome.Median(sorted), figure.Format);
        return sorted.Length == 1 ? median : $"{median} ({Outcome.Written(sorted[0], figure.Format)} to {Outcome.Written(sorted[^1], figure.Format)})";
    }

    private static string Verdict(Outcome outcome, Goal goal)
    {
        var sorted = outcome.Sorted(goal.Measure);
        if (sorted.Length == 0) return $"**not measured**: {goal.Text}";
        var median = Outcome.Median(sorted);
        var between = sorted.Length == 1 ? "" : $", between {Outcome.Written(sorted[0], goal.Format)} and {Outcome.Written(sorted[^1], goal.Format)}";
        var why = goal.IsMetBy(median) || goal.Why is null ? "" : $". {goal.Why}";
        return $"**{(goal.IsMetBy(median) ? "met" : "missed")}**: {goal.Text}. Measured: {Outcome.Written(median, goal.Format)}{between}{why}";
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
