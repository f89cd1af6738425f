using Snug.Bench.Rivals;
using Snug.Load;
using Snug.Load.Crowds;

namespace Snug.Bench.Keeping;

/// <summary>How many messages one server takes, each on the disk before its sender is told so.</summary>
internal static class DurablePosts
{
    private const string Rate = "acknowledged/s", Late = "99 % ms";
    private const string Line = "line, as fast as acknowledged", Http = "HTTP, as fast as acknowledged", PacedLine = "line, 1,000 a second", PacedHttp = "HTTP, 1,000 a second";

    // A session may post 50 times a second for long.
    private const int Senders = 2_000;

    public static Scenario Scenario { get; } = new(
        "posts", "Messages acknowledged when they are on the disk",
        "2,000 senders in one room, each on a connection of its own, say messages of 50 bytes; each sends its next one when the one before is acknowledged, or all together send 1,000 a second. "
            + "Over HTTP each message has a nonce. Nobody reads. The time is from when a message was due until its sender was told that it is on the disk (SQLite, synchronous=FULL). "
            + "Search takes the messages in meanwhile. CPU of the server, everything included.",
        [new(Rate, "N0"), new("half ms"), new(Late), new("most ms"), new("CPU µs a message"), new("CPU, cores", "0.00")],
        [
            (Contenders.SnugLine with { Name = Line }).Under(At(Pace.Flood(Senders)), Values),
            (Contenders.SnugHttp with { Name = Http }).Under(At(Pace.Flood(Senders)), Values),
            (Contenders.SnugLine with { Name = PacedLine }).Under(At(Pace.Rate(1_000)), Values),
            (Contenders.SnugHttp with { Name = PacedHttp }).Under(At(Pace.Rate(1_000)), Values),
        ],
        [
            new("one server acknowledges at least 40,000 durable messages a second over the line protocol", round => round[Line, Rate], 40_000, "#,0", "a second", AtLeast: true),
            new("one server acknowledges at least 40,000 durable messages a second over HTTP, each with a nonce", round => round[Http, Rate], 40_000, "#,0", "a second", AtLeast: true)
            {
                Why = "an HTTP request alone takes 19 µs of Kestrel's (`idle-http`), more than all of a message over the line protocol, and the load takes part of the two cores.",
            },
            new("at 1,000 a second 99 of 100 are acknowledged within 15 ms, over the slower of both", round => Math.Max(round[PacedLine, Late], round[PacedHttp, Late]), 15, "0.0", "ms"),
        ]) { Minutes = _ => 1.8 };

    private static Func<Plan, Load.Scenario> At(Pace pace) => plan => new()
    {
        Clients = plan.Clients(Senders), Senders = plan.Clients(Senders), PollEvery = TimeSpan.Zero, Pace = pace, WarmUp = plan.Measured(8), Length = plan.Measured(15),
    };

    private static double[] Values(LoadResult result) =>
    [
        result.AcknowledgedPerSecond, result.AcknowledgeTimes.Half, result.AcknowledgeTimes.NinetyNine, result.AcknowledgeTimes.Most,
        result.Server?.MicrosecondsPerPost ?? double.NaN, result.Server?.Cores ?? double.NaN,
    ];
}
