using System.Net.Sockets;
using Snug.Load;

namespace Snug.Bench;

/// <summary>Runs a scenario's rounds: every subject once, in order, then all of them again (A B A B), so that no one has the quiet hour.</summary>
internal static class Suite
{
    /// <param name="scenario">What is measured.</param>
    /// <param name="plan">How.</param>
    /// <param name="progress">Where each row is told as soon as it was measured, a line each.</param>
    public static async Task<Outcome> RunAsync(Scenario scenario, Plan plan, TextWriter progress)
    {
        var (rounds, failures, count) = (new List<Round>(), new Dictionary<string, Failure>(), scenario.RoundsOf(plan));
        for (var number = 1; number <= count; number++)
        {
            var round = new Round(scenario);
            foreach (var subject in scenario.Subjects)
            {
                await progress.WriteAsync($"{scenario.Name}, round {number} of {count}, {subject.Name}: ");
                var began = TimeProvider.System.GetTimestamp();
                try
                {
                    var measured = await subject.RunAsync(plan);
                    round.Add(subject, measured);
                    await progress.WriteAsync(string.Join(", ", scenario.Figures.Zip(measured, (figure, value) => $"{figure.Heading} {figure.Written(value)}")));
                }
                catch (Exception failed) when (IsOfTheSubject(failed))
                {
                    var times = failures.TryGetValue(subject.Name, out var before) ? before.Times + 1 : 1;
                    failures[subject.Name] = new(times, Line(failed.Message));
                    await progress.WriteAsync(failures[subject.Name].Why);
                }
                await progress.WriteLineAsync($" ({TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s)");
            }
            rounds.Add(round);
        }
        return new(scenario, rounds, failures);
    }

    // A server that ends, or breaks off, shows as any of these; the other rows are measured all the same. What else is thrown is a mistake of the suite's own.
    private static bool IsOfTheSubject(Exception failure) =>
        failure is SubjectFailedException or LoadException or HttpRequestException or IOException or SocketException or TimeoutException or TaskCanceledException;

    // What a server says may have line breaks, which a table or a list has no room for.
    private static string Line(string why) => string.Join(' ', why.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
