using System.Globalization;
using Snug.Bench.Rivals;
using Snug.Load;
using Snug.Load.Crowds;

namespace Snug.Bench.SideBySide;

/// <summary>Snug alone, from a small crowd in one room to a great one in a hundred.</summary>
internal static class Sizes
{
    public static Scenario Scenario { get; } = new(
        "sizes", "Snug with 1,000 and 10,000 clients, in one room and in a hundred",
        "100 messages a second, all together. Clients ask once a second. In a hundred rooms each client is in one of them besides the lobby, and speaks there.",
        [new("delivered/s", "N0"), new("CPU, cores", "0.00"), new("CPU s a million", "0.00"), new("half ms", "N0"), new("99 % ms", "N0"), new("acknowledged 99 % ms")],
        [
            Row(Contenders.SnugLine, "line", 1_000, 1), Row(Contenders.SnugLine, "line", 10_000, 1),
            Row(Contenders.SnugHttp, "HTTP", 1_000, 1), Row(Contenders.SnugHttp, "HTTP", 10_000, 1),
            Row(Contenders.SnugHttp, "HTTP", 1_000, 100), Row(Contenders.SnugHttp, "HTTP", 10_000, 100),
        ],
        []) { Minutes = _ => 3, MostRounds = 1 };

    private static Subject Row(Contender contender, string protocol, int clients, int rooms) =>
        (contender with { Name = string.Create(CultureInfo.InvariantCulture, $"{protocol}, {clients:N0} in {(rooms == 1 ? "one room" : $"{rooms} rooms")}") }).Under(
            plan => new()
            {
                Clients = plan.Clients(clients), Rooms = rooms, Senders = 100, Pace = Pace.Rate(100), WarmUp = plan.Measured(15), Length = plan.Measured(12),
            },
            Values);

    private static double[] Values(LoadResult result) =>
    [
        result.DeliveriesPerSecond, result.Server?.Cores ?? double.NaN, result.Server?.SecondsPerMillionDeliveries ?? double.NaN,
        result.ReadTimes.Half, result.ReadTimes.NinetyNine, result.AcknowledgeTimes.NinetyNine,
    ];
}
