using Snug.Bench.Rivals;
using Snug.Load;

namespace Snug.Bench.SideBySide;

/// <summary>The most that a room of 1,000 can be given.</summary>
internal static class MostDeliveries
{
    private const string Delivered = "delivered/s";

    public static Scenario Scenario { get; } = new(
        "most", "The most that 1,000 readers can be given",
        "Everybody in a room of 1,000 speaks, at a pace that the server surely bears, then twice as fast and so on until the readers fall behind, then in between. They have kept up when everything that was due was said, "
            + "nothing was refused or lost, and 99 of 100 deliveries came within half a second after the poll that could bring them (1.7 s; pushed messages too). "
            + "Where the load's own core is busy (near 1), the server might have done more.",
        [new(Delivered, "N0"), new("posts/s", "N0"), new("CPU s a million", "0.00"), new("CPU, cores", "0.00"), new("99 % ms", "N0"), new("the load's core", "0.00")],
        [.. new[] { Contenders.SnugLine, Contenders.FloorLine, Contenders.Assignment }.Concat(Contenders.Pushing).Select(one => one.Most(Load, Values))],
        [new("1,000 polling readers are given at least 5 million deliveries a second", round => round[Contenders.SnugLine.Name, Delivered], 5_000_000, "#,0", "a second", AtLeast: true)]) { Minutes = _ => 8, MostRounds = 1 };

    private static Load.Scenario Load(Plan plan)
    {
        var clients = plan.Clients(1_000);
        return new() { Clients = clients, Senders = clients, WarmUp = plan.Measured(2), Length = plan.Measured(4) };
    }

    private static double[] Values(LoadResult result) =>
        [result.DeliveriesPerSecond, result.AcknowledgedPerSecond, result.Server?.SecondsPerMillionDeliveries ?? double.NaN, result.Server?.Cores ?? double.NaN, result.ReadTimes.NinetyNine, result.OwnCores];
}
