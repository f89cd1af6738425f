using Snug.Bench.Rivals;
using Snug.Load;
using Snug.Load.Crowds;

namespace Snug.Bench.SideBySide;

/// <summary>What a poll costs that finds nothing.</summary>
internal static class IdlePolls
{
    private const string Cost = "CPU µs a poll";

    private static readonly Figure[] Figures = [new("polls/s", "N0"), new("of what was due", "0 %"), new(Cost), new("CPU, cores", "0.00"), new("99 % ms")];

    public static Scenario OverLine { get; } = new(
        "idle", "An idle poll over the line protocol",
        "10,000 clients ask once a second, 20 % sooner or later each time, and nobody says anything. A poll is left out while the one before has no answer; where the load itself had no time, too few are made. CPU of the server, user and system.",
        Figures,
        [Contenders.SnugLine.Under(Load, Values), Contenders.FloorLine.Under(Load, Values), Contenders.AssignmentWithPoll.Under(Load, Values)],
        [new("a poll over the line protocol costs at most 1.6 times the floor's CPU", Ratio, 1.6, "0.00", "times")
        {
            Why = "some 60 % of a poll is the system's, as with the floor; the rest is mostly .NET's way from an event of the socket to the connection's handler. "
                + "One thread for all sockets would take 15 % off, and half of what a busy server can do (docs/decisions/line-door.md).",
        }]) { Minutes = _ => 1.2 };

    public static Scenario OverHttp { get; } = new(
        "idle-http", "An idle poll over HTTP",
        "The same over HTTP/1.1, each client on a connection that is kept. The endpoint that says 204 to everything runs on the server's own foundation with the same settings: the difference is what the chat costs.",
        Figures,
        [Contenders.SnugHttp.Under(Load, Values), Contenders.FloorHttp.Under(Load, Values), Contenders.Kestrel.Under(Load, Values)],
        [new("a poll over HTTP costs at most 2.5 times the floor's CPU", Ratio, 2.5, "0.00", "times")
        {
            Why = "Kestrel reads and writes HTTP, and its 204 to everything, in the table, costs three quarters of it. A web server of one's own is not what the project is for.",
        }]) { Minutes = _ => 1.3 };

    private static double Ratio(Round round) => round[Contenders.SnugLine.Name, Cost] / round[Contenders.FloorLine.Name, Cost];

    private static Load.Scenario Load(Plan plan) => new()
    {
        Clients = plan.Clients(10_000), Senders = 0, Pace = Pace.Silent, WarmUp = plan.Measured(15), Length = plan.Measured(12),
    };

    private static double[] Values(LoadResult result) =>
        [result.PollsPerSecond, result.PartOfPolls, result.Server?.MicrosecondsPerPoll ?? double.NaN, result.Server?.Cores ?? double.NaN, result.PollTimes.NinetyNine];
}
