using Snug.Bench.Rivals;
using Snug.Load;
using Snug.Load.Crowds;

namespace Snug.Bench.Keeping;

/// <summary>Whether anything grows that should not, while people talk, come and go.</summary>
internal static class Steady
{
    private const int SettledAfter = 5;
    private const string Settled = "MB after five minutes", End = "MB at the end";

    public static Scenario Scenario { get; } = new(
        "steady", "Nothing grows",
        "500 clients of the line protocol ask once a second for as long as it lasts (--minutes=N), ten of them say 50 messages a second; each minute 200 others come in over HTTP, wait for news and say 10 messages a second, and leave. "
            + "Resident memory of the server after five minutes (or half of the time, where that is less) and at the end.",
        [new("minutes", "0"), new("messages", "N0"), new(Settled), new(End)],
        [new("Snug", MeasureAsync)],
        [new("memory at the end is at most 1.05 times what it was after five minutes", round => round["Snug", End] / round["Snug", Settled], 1.05, "0.00", "times")])
    {
        Minutes = plan => plan.Minutes + 0.5,
        MostRounds = 1,
    };

    private static async Task<IReadOnlyList<double>> MeasureAsync(Plan plan)
    {
        using var server = await ServerUnderTest.StartSnugAsync(plan.Server);
        var staying = new Load.Scenario { Clients = 500, Senders = 10, Pace = Pace.Rate(50), WarmUp = TimeSpan.Zero, Length = plan.Measured(60) };
        var visiting = staying with { Clients = 200, Pace = Pace.Rate(10) };
        var minutes = plan.IsQuick ? 4 : plan.Minutes;

        var megabytes = new List<double>();
        var said = await OneCore.RunAsync(() =>
        {
            using var stay = Contenders.SnugLine.Run(server, staying);
            stay.Enter(default);
            long messages = 0;
            for (var minute = 0; minute < minutes; minute++)
            {
                var visits = OneCore.RunAsync(() => Visit(server, visiting));
                messages += Said(stay.Measure(staying.Pace, default)) + visits.GetAwaiter().GetResult();
                megabytes.Add(server.ResidentMegabytes);
            }
            return messages;
        });
        return [minutes, said, megabytes[Math.Clamp(minutes / 2, 1, SettledAfter) - 1], megabytes[^1]];
    }

    private static long Visit(ServerUnderTest server, Load.Scenario visiting)
    {
        using var visit = Contenders.SnugWaits.Run(server, visiting);
        visit.Enter(default);
        var said = Said(visit.Measure(visiting.Pace, default));
        visit.Leave(default);
        return said;
    }

    // Memory that is less since people are gone says nothing.
    private static long Said(LoadResult result) =>
        result.Lost == 0 ? result.Acknowledged : throw new SubjectFailedException($"{result.Lost} clients were lost: {result.LossReason}");
}
