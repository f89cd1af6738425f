using Snug.Bench.Rivals;
using Snug.Load;
using Snug.Load.Crowds;

namespace Snug.Bench.SideBySide;

/// <summary>What a client costs that is merely there.</summary>
internal static class Connected
{
    private const string Each = "KB a client", Empty = "MB idle", Cores = "CPU, cores";
    private const string Line = "Snug, line", Waiting = "Snug, HTTP waiting", Full = "Snug, line, 19,000";

    public static Scenario Scenario { get; } = new(
        "connected", "Memory, and how many can be there",
        "10,000 clients come in (1,000 to the IRC servers and ejabberd, where each is told of each) and stay, and nobody says anything; those of the line protocol ask once a second, those over HTTP wait. "
            + "Resident memory of the server before they came, and what each has added a few seconds later.",
        [new("clients", "N0"), new(Empty), new("MB with them"), new(Each), new(Cores, "0.00"), new("99 % ms")],
        [
            (Contenders.SnugLine with { Name = Line }).Under(Some(10_000), Values),
            (Contenders.FloorLine with { Name = "floor, line" }).Under(Some(10_000), Values),
            (Contenders.SnugWaits with { Name = Waiting }).Under(Some(10_000), Values),
            (Contenders.FloorWaits with { Name = "floor, HTTP waiting" }).Under(Some(10_000), Values),
            .. Contenders.Pushing.Select(one => one.Under(Some(1_000), Values)),
            (Contenders.SnugLine with { Name = Full }).Under(Some(19_000), Values),
        ],
        [
            new("a connected line client takes at most 6 KB", round => round[Line, Each], 6, "0.0", "KB"),
            new("a waiting HTTP client takes at most 12 KB", round => round[Waiting, Each], 12, "0.0", "KB")
            {
                Why = "11 KB of it are objects in use, most of them Kestrel's for a connection and a request; the rest is what the garbage collector has not given back after the crowd came in.",
            },
            new("the server takes at most 90 MB when idle", round => round[Line, Empty], 90, "0", "MB"),
            new("19,000 clients who ask once a second take at most one core", round => round[Full, Cores], 1, "0.00", "cores"),
        ]) { Minutes = _ => 3.3, MostRounds = 2 };

    private static Func<Plan, Load.Scenario> Some(int clients) => plan => new()
    {
        Clients = plan.Clients(clients), Senders = 0, Pace = Pace.Silent, WarmUp = plan.Measured(5), Length = plan.Measured(5),
    };

    private static double[] Values(LoadResult result) => result.Server is { } server
        ? [result.Clients, server.EmptyMegabytes, server.Megabytes, server.KilobytesPerClient, server.Cores, result.PollsPerSecond > 0 ? result.PollTimes.NinetyNine : double.NaN]
        : throw new SubjectFailedException("its process cannot be seen");
}
