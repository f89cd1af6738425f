using Snug.Bench.Rivals;
using Snug.Load;
using Snug.Load.Crowds;

namespace Snug.Bench.SideBySide;

/// <summary>What it costs that everybody in a room of 1,000 has what one of them said.</summary>
internal static class Deliveries
{
    private const string Cost = "CPU s a million";

    private static readonly Figure[] Figures =
        [new("delivered/s", "N0"), new("of what was due", "0 %"), new(Cost, "0.00"), new("CPU, cores", "0.00"), new("half ms", "N0"), new("99 % ms", "N0")];

    private static readonly string[] Irc = [Contenders.InspIrcd.Name, Contenders.NgIrcd.Name, Contenders.IrcdHybrid.Name];

    public static Scenario AtTen { get; } = At(10, "deliver-10", "A message delivered, at 10 messages a second",
        [new("a delivered message costs less CPU than with the cheapest of the IRC servers", PartOfTheCheapest, 1, "0.00", "times")]);

    public static Scenario AtHundred { get; } = At(100, "deliver-100", "A message delivered, at 100 messages a second",
        [new("a delivered message costs at most a tenth of the CPU that it does with the cheapest of the IRC servers", PartOfTheCheapest, 0.1, "0.000", "times")
        {
            Why = "some two thirds of it are commits: at this pace each message is one by itself, with all that SQLite writes for it; the others keep nothing on a disk. "
                + "And a thousand polls a second cost what they cost however little is said: the more is said, the less of it falls on a message (`most`).",
        }]);

    private static Scenario At(int rate, string name, string title, Goal[] goals)
    {
        var load = (Plan plan) => new Load.Scenario { Clients = plan.Clients(1_000), Senders = 10, Pace = Pace.Rate(rate), WarmUp = plan.Measured(15), Length = plan.Measured(12) };
        return new(name, title,
            $"1,000 clients in one room, ten of whom say {rate} messages of 50 bytes a second, all together. Clients of Snug, the floor and the assignment ask once a second; "
                + "the others are sent what is said. CPU of the server, user and system, for a million deliveries, polls and everything else included; the time is from when a message was due to be sent until a client had it. What has not come six seconds after the last was said counts as not delivered.",
            Figures,
            [.. new[] { Contenders.SnugLine, Contenders.FloorLine, Contenders.Assignment }.Concat(Contenders.Pushing).Select(one => one.Under(load, Values))],
            goals) { Minutes = _ => 3.4 };
    }

    // Of those that were measured.
    private static double PartOfTheCheapest(Round round) =>
        round[Contenders.SnugLine.Name, Cost] / Irc.Select(name => round[name, Cost]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min();

    private static double[] Values(LoadResult result) =>
    [
        result.DeliveriesPerSecond, result.PartOfDeliveries, result.Server?.SecondsPerMillionDeliveries ?? double.NaN, result.Server?.Cores ?? double.NaN,
        result.ReadTimes.Half, result.ReadTimes.NinetyNine,
    ];
}
