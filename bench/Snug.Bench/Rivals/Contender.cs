using System.Net;
using Snug.Load;
using Snug.Load.Counting;
using Snug.Load.Crowds;
using Snug.Load.Protocols;

namespace Snug.Bench.Rivals;

/// <summary>A server and a way to speak with it, which a load can be put on.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="StartAsync">Starts one, with nothing in it.</param>
/// <param name="Door">Where its clients come.</param>
/// <param name="Speak">What they speak.</param>
internal sealed record Contender(
    string Name, Func<Plan, Task<ServerUnderTest>> StartAsync, Func<ServerUnderTest, IPEndPoint> Door, Func<IPEndPoint, Marks, Load.Scenario, IProtocol> Speak)
{
    // Enough for one whose code does not change while it runs.
    private const double ShortWarmUp = 4;

    /// <summary>Whether it runs as fast at once as it will later: nothing of it is compiled while it is used.</summary>
    public bool IsWarm { get; init; }

    /// <summary>Deliveries a second that it can surely make, where the looking for the most begins.</summary>
    public double Least { get; init; } = 12_500;

    /// <summary>A row of a table: this load, put on a new server.</summary>
    public Subject Under(Func<Plan, Load.Scenario> load, Func<LoadResult, IReadOnlyList<double>> figures) =>
        new(Name, async plan => figures(await LoadAsync(plan, server => Once(server, WarmedUp(plan, load(plan))))));

    /// <summary>A row of a table: the most that readers could be given by a new server without falling behind.</summary>
    public Subject Most(Func<Plan, Load.Scenario> load, Func<LoadResult, IReadOnlyList<double>> figures) =>
        new(Name, async plan => figures(await LoadAsync(plan, server => Highest(server, load(plan)))));

    /// <summary>A crowd at this server, which has not come in yet.</summary>
    public LoadRun Run(ServerUnderTest server, Load.Scenario load)
    {
        var door = Door(server);
        return new(load, door, server.Watched, TimeProvider.System, marks => Speak(door, marks, load));
    }

    private Load.Scenario WarmedUp(Plan plan, Load.Scenario load) =>
        IsWarm && load.WarmUp > plan.Measured(ShortWarmUp) ? load with { WarmUp = plan.Measured(ShortWarmUp) } : load;

    private LoadResult Once(ServerUnderTest server, Load.Scenario load)
    {
        using var run = Run(server, load);
        run.Enter(default);
        var result = run.Measure(load.Pace, default);
        return result.Lost == 0 ? result : throw new SubjectFailedException($"{result.Lost} of its clients were lost: {result.LossReason}");
    }

    private LoadResult Highest(ServerUnderTest server, Load.Scenario load)
    {
        LoadRun? run = null;
        try
        {
            return Climb.Run(load, Try, Least).Kept ?? throw new SubjectFailedException("its readers fell behind at the least that was tried");
        }
        finally
        {
            run?.Dispose();
        }

        // A server that was asked too much may have sent clients away, without whom no further pace is kept: others come in their place.
        LoadResult Try(Pace pace)
        {
            if (run is null) (run = Run(server, load)).Enter(default);
            var result = run.Measure(pace, default);
            if (result.Lost == 0) return result;
            run.Dispose();
            run = null;
            return result;
        }
    }

    private async Task<LoadResult> LoadAsync(Plan plan, Func<ServerUnderTest, LoadResult> measure)
    {
        using var server = await StartAsync(plan);
        return await OneCore.RunAsync(() => measure(server));
    }
}
