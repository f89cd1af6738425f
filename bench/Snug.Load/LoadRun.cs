using System.Net;
using System.Security.Cryptography;
using Snug.Load.Counting;
using Snug.Load.Crowds;
using Snug.Load.Measuring;
using Snug.Load.Protocols;

namespace Snug.Load;

/// <summary>A crowd at a server: comes in, is measured once or more often, and leaves.</summary>
internal sealed class LoadRun : IDisposable
{
    // Beyond what a poll takes anyway: a message that arrives later than this is missing.
    private static readonly TimeSpan Straggling = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly Scenario scenario;
    private readonly WatchedProcesses watched;
    private readonly TimeProvider time;
    private readonly IProtocol protocol;
    private readonly Crowd crowd;
    private Usage empty;

    /// <param name="scenario">What the crowd does.</param>
    /// <param name="server">Where.</param>
    /// <param name="watched">The server's processes; none where they are not known.</param>
    /// <param name="time">The clock.</param>
    /// <param name="speak">Makes what the crowd speaks.</param>
    public LoadRun(Scenario scenario, IPEndPoint server, WatchedProcesses watched, TimeProvider time, Func<Marks, IProtocol> speak)
    {
        (this.scenario, this.watched, this.time) = (scenario, watched, time);
        var marks = new Marks(scenario.TextLength);
        protocol = speak(marks);
        crowd = new(scenario, protocol, server, marks, time, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
    }

    /// <summary>The crowd comes in.</summary>
    /// <exception cref="LoadException">Somebody cannot.</exception>
    public void Enter(CancellationToken cancel)
    {
        if (!watched.IsEmpty) empty = watched.Read();
        crowd.Enter(cancel);
    }

    /// <summary>
    /// Speaks for the scenario's time after its warm-up, and waits until what was said has arrived, as far as it does within five seconds beyond
    /// a poll. What is still on its way from a measuring before is waited for first, for a minute at most.
    /// </summary>
    /// <exception cref="LoadException">The server's process has ended.</exception>
    public LoadResult Measure(Pace pace, CancellationToken cancel)
    {
        crowd.Run(() => crowd.Tally.IsSettled, LongestRest, cancel);

        crowd.Speak(pace);
        crowd.Run(static () => false, scenario.WarmUp, cancel);

        crowd.Tally.Open();
        var before = Look();
        crowd.Run(static () => false, scenario.Length, cancel);
        crowd.Tally.Close();
        var after = Look();

        crowd.Speak(Pace.Silent);
        crowd.Run(() => crowd.Tally.IsSettled, (scenario.IsHeard ? scenario.PollEvery * 1.2 : TimeSpan.Zero) + Straggling, cancel);
        return Describe(before, after);
    }

    /// <summary>The crowd leaves, so that its names are free.</summary>
    public void Leave(CancellationToken cancel) => crowd.Leave(cancel);

    public void Dispose() => crowd.Dispose();

    private Moment Look() => new(time.GetTimestamp(), Environment.CpuUsage.TotalTime, watched.IsEmpty ? default : watched.Read());

    private LoadResult Describe(Moment before, Moment after)
    {
        var tally = crowd.Tally;
        var seconds = time.GetElapsedTime(before.At, after.At).TotalSeconds;
        return new()
        {
            Protocol = protocol.Name,
            Clients = scenario.Clients,
            Rooms = scenario.Rooms,
            Senders = scenario.Senders,
            Seconds = seconds,
            PollsPerSecond = tally.Polls / seconds,
            PartOfPolls = protocol.IsPolled && scenario.IsHeard ? tally.Polls * scenario.PollEvery.TotalSeconds / (scenario.Clients * seconds) : double.NaN,
            LatePolls = tally.LatePolls,
            PollTimes = Times.Of(tally.PollTimes, tally.PollTimes.Count),
            Said = tally.Said,
            Acknowledged = tally.Acknowledged,
            Refused = tally.Refused,
            SaidPerSecond = tally.Said / seconds,
            AcknowledgedPerSecond = tally.Acknowledged / seconds,
            AcknowledgeTimes = Times.Of(tally.AcknowledgeTimes, tally.Said - tally.Refused),
            Delivered = tally.Delivered,
            Owed = tally.Owed,
            DeliveriesPerSecond = tally.Arrived / seconds,
            ReadTimes = Times.Of(tally.ReadTimes, tally.Owed),
            Lost = tally.Lost,
            LossReason = tally.LossReason,
            Server = watched.IsEmpty ? null : DescribeServer(before.Server, after.Server, seconds),
            OwnCores = (after.Own - before.Own).TotalSeconds / seconds,
        };
    }

    private ServerUsage DescribeServer(Usage before, Usage after, double seconds)
    {
        var (tally, cpu) = (crowd.Tally, after.CpuSeconds - before.CpuSeconds);
        return new(
            watched.Roots, cpu / seconds,
            tally.Polls == 0 ? null : cpu * 1e6 / tally.Polls,
            tally.Arrived == 0 ? null : cpu * 1e6 / tally.Arrived,
            tally.Acknowledged == 0 ? null : cpu * 1e6 / tally.Acknowledged,
            empty.ResidentKilobytes / 1024, after.ResidentKilobytes / 1024, after.ProportionalKilobytes / 1024,
            (before.ResidentKilobytes - empty.ResidentKilobytes) / scenario.Clients);
    }

    private readonly record struct Moment(long At, TimeSpan Own, Usage Server);
}
