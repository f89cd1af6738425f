using Snug.Bench.Rivals;
using Snug.Load;
using Snug.Load.Crowds;

namespace Snug.Bench.SideBySide;

/// <summary>How soon a message is with a crowd that waits for it, and what that costs.</summary>
internal static class Waiting
{
    private const string Cost = "CPU s a million", Late = "99 % ms";

    private const string Http = "an answer and the next question are an HTTP request each time, and Kestrel's part of that alone costs more than three times what the floor does (`idle-http`).";

    private static readonly Figure[] Figures = [new("delivered/s", "N0"), new("of what was due", "0 %"), new("half ms"), new(Late), new("most ms", "N0"), new(Cost, "0.00"), new("CPU, cores", "0.00")];

    public static Scenario Thousand { get; } = With(1_000, 10, "wait-1000", "1,000 readers who wait", [Contenders.SnugWaits, Contenders.FloorWaits, .. Contenders.Pushing],
        [
            new("with long polls a message is with 99 % of 1,000 readers within 50 ms", Lateness, 50, "#,0", "ms"),
            new("a delivery to one of 1,000 who wait costs at most 2.5 times the floor's CPU", PartOf(Contenders.FloorWaits), 2.5, "0.00", "times") { Why = Http },
            new("a delivery to one of 1,000 who wait costs less CPU than with ejabberd", PartOf(Contenders.Ejabberd), 1, "0.00", "times") { Why = Http },
        ]);

    public static Scenario TenThousand { get; } = With(10_000, 1, "wait-10000", "10,000 readers who wait", [Contenders.SnugWaits, Contenders.FloorWaits],
        [
            new("with long polls a message is with 99 % of 10,000 readers within 400 ms", Lateness, 400, "#,0", "ms"),
            new("a delivery to one of 10,000 who wait costs at most 2.5 times the floor's CPU", PartOf(Contenders.FloorWaits), 2.5, "0.00", "times") { Why = Http },
        ]);

    private static Scenario With(int clients, int rate, string name, string title, Contender[] contenders, Goal[] goals)
    {
        var load = (Plan plan) => new Load.Scenario { Clients = plan.Clients(clients), Senders = 10, Pace = Pace.Rate(rate), WarmUp = plan.Measured(15), Length = plan.Measured(12) };
        return new(name, title,
            $"{clients:N0} clients in one room; {rate} {(rate == 1 ? "message" : "messages")} a second. Clients of Snug and the floor have each a request under way over HTTP that waits for news, and ask again once it is answered; "
                + "the others are sent what is said. The time is from when a message was due to be sent until a client had it.",
            Figures, [.. contenders.Select(one => one.Under(load, Values))], goals) { Minutes = _ => contenders.Length * 0.5 };
    }

    private static double Lateness(Round round) => round[Contenders.SnugWaits.Name, Late];

    private static Func<Round, double> PartOf(Contender other) => round => round[Contenders.SnugWaits.Name, Cost] / round[other.Name, Cost];

    private static double[] Values(LoadResult result) =>
    [
        result.DeliveriesPerSecond, result.PartOfDeliveries, result.ReadTimes.Half, result.ReadTimes.NinetyNine, result.ReadTimes.Most,
        result.Server?.SecondsPerMillionDeliveries ?? double.NaN, result.Server?.Cores ?? double.NaN,
    ];
}
