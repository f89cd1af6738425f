namespace Snug.Bench;

/// <summary>Runs a scenario's rounds: every subject once, in order, then all of them again (A B A B), so that no one has the quiet hour.</summary>
internal static class Suite
{
    public static async Task<Outcome> RunAsync(Scenario scenario, Plan plan, TextWriter progress)
    {
        var (rounds, failures) = (new List<Round>(), new Dictionary<string, string>());
        for (var number = 1; number <= plan.Rounds; number++)
        {
            var round = new Round(scenario);
            foreach (var subject in scenario.Subjects)
            {
                await progress.WriteAsync($"{scenario.Name}, round {number} of {plan.Rounds}, {subject.Name}: ");
                try
                {
                    var measured = await subject.RunAsync(plan);
                    round.Add(subject, measured);
                    await progress.WriteLineAsync(string.Join(", ", scenario.Figures.Zip(measured, (figure, value) => $"{figure.Heading} {Outcome.Written(value, figure.Format)}")));
                }
                catch (SubjectFailedException failed)
                {
                    failures[subject.Name] = failed.Message;
                    await progress.WriteLineAsync(failed.Message);
                }
            }
            rounds.Add(round);
        }
        return new(scenario, rounds, failures);
    }
}
