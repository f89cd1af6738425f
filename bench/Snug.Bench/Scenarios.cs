using Snug.Bench.Keeping;
using Snug.Bench.SideBySide;

namespace Snug.Bench;

/// <summary>Everything that the suite measures, in the order of docs/performance.md.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        IdlePolls.OverLine, IdlePolls.OverHttp,
        Deliveries.AtTen, Deliveries.AtHundred,
        MostDeliveries.Scenario,
        Waiting.Thousand, Waiting.TenThousand,
        Connected.Scenario,
        Sizes.Scenario,
        DurablePosts.Scenario, Starting.Scenario, LookingBack.Scenario, Steady.Scenario,
    ];
}
