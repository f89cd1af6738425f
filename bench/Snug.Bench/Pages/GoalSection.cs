namespace Snug.Bench.Pages;

/// <summary>What was to be reached, and what was: a line for each goal, and below them why some were missed.</summary>
internal static class GoalSection
{
    public static string Of(IReadOnlyList<Outcome> outcomes, string heading)
    {
        List<Verdict> verdicts = [.. outcomes.SelectMany(outcome => outcome.Verdicts)];
        if (verdicts.Count == 0) return "";

        List<string> lines =
        [
            heading, "", Sum(verdicts), "",
            .. Markdown.Table(["goal", "measured", ""], words: 1, verdicts.Select(one => (string[])[one.Goal.Text, one.Measured, one.IsMeasured && one.IsMet ? one.InWords : $"**{one.InWords}**"])),
            "",
        ];
        List<Verdict> explained = [.. verdicts.Where(one => one.IsMeasured && !one.IsMet && one.Goal.Why is not null)];
        if (explained.Count > 0) lines.AddRange(["Why:", "", .. explained.Select(one => $"- *{one.Goal.Text}* ({one.InWords}): {one.Goal.Why}"), ""]);
        return string.Join('\n', lines);
    }

    private static string Sum(List<Verdict> verdicts)
    {
        var (met, missing) = (verdicts.Count(one => one.IsMeasured && one.IsMet), verdicts.Count(one => !one.IsMeasured));
        return $"{met} of {verdicts.Count} {(verdicts.Count == 1 ? "goal is" : "goals are")} met{(missing > 0 ? $"; {missing} could not be measured" : "")}.";
    }
}
