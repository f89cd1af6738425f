using System.Net;
using Snug.Load;
using Snug.Load.Crowds;
using Snug.Load.Measuring;
using Snug.Load.Protocols;
using Snug.Load.Protocols.Http;
using Snug.Tests.Running;

namespace Snug.Tests.Load;

/// <summary>Small loads on a server of a test.</summary>
internal static class TestLoad
{
    /// <summary>A few people who ask often and speak often, for a short time.</summary>
    public static readonly Scenario Small = new()
    {
        Clients = 20,
        Senders = 4,
        PollEvery = TimeSpan.FromMilliseconds(100),
        Pace = Pace.Rate(50),
        WarmUp = TimeSpan.FromMilliseconds(200),
        Length = TimeSpan.FromSeconds(1),
    };

    public static LoadRun OverLine(Scenario scenario, int port, TimeProvider? time = null) =>
        new(scenario, new(IPAddress.Loopback, port), new WatchedProcesses([]), time ?? TimeProvider.System, marks => new LineProtocol(marks.Run, scenario.Clients));

    public static LoadRun OverHttp(Scenario scenario, TestServer server, int wait = 0) =>
        new(scenario, new(IPAddress.Loopback, server.HttpPort), new WatchedProcesses([]), TimeProvider.System,
            marks => new HttpProtocol($"127.0.0.1:{server.HttpPort}", marks.Run, scenario.Clients, scenario.Rooms, wait));

    /// <summary>Comes in, measures the scenario's pace and leaves.</summary>
    public static Task<LoadResult> MeasureAsync(LoadRun run, Scenario scenario) => Task.Run(() =>
    {
        using (run)
        {
            run.Enter(TestContext.Current.CancellationToken);
            var result = run.Measure(scenario.Pace, TestContext.Current.CancellationToken);
            run.Leave(TestContext.Current.CancellationToken);
            return result;
        }
    });
}
