using System.Text.Json.Serialization;
using Snug.Load.Counting;

namespace Snug.Load;

/// <summary>What came of a load. Rates are of the measured window; messages are those that were said within it, however late they arrived.</summary>
internal sealed record LoadResult
{
    public required string Protocol { get; init; }
    public required int Clients { get; init; }
    public required int Rooms { get; init; }
    public required int Senders { get; init; }
    public required double Seconds { get; init; }

    /// <summary>Answers to polls, or to waits.</summary>
    public required double PollsPerSecond { get; init; }

    /// <summary>Polls that were left out since the one before had no answer yet.</summary>
    public required long LatePolls { get; init; }

    /// <summary>
    /// The part of the polls that were due which were answered, 1 for all but for chance; <see cref="double.NaN"/> where nobody polls. Left out are
    /// those of a server that has not answered the one before, and those that this program had no time for.
    /// </summary>
    [JsonIgnore]
    public double PartOfPolls { get; init; } = double.NaN;

    /// <summary>From when a poll was sent until its whole answer had come; of those that were answered.</summary>
    public required Times PollTimes { get; init; }

    public required long Said { get; init; }
    public required long Acknowledged { get; init; }
    public required long Refused { get; init; }
    public required double SaidPerSecond { get; init; }
    public required double AcknowledgedPerSecond { get; init; }

    /// <summary>From when a message was due to be said until its sender was told that the server has it.</summary>
    public required Times AcknowledgeTimes { get; init; }

    public required long Delivered { get; init; }

    /// <summary>Deliveries owed: each message that was acknowledged, to everyone who is to have it.</summary>
    public required long Owed { get; init; }

    /// <summary>The part of what was owed that came, 1 for all; <see cref="double.NaN"/> when nothing was.</summary>
    [JsonIgnore]
    public double PartOfDeliveries => (double)Delivered / Owed;

    public required double DeliveriesPerSecond { get; init; }

    /// <summary>From when a message was due to be said until a reader had it, for each reader.</summary>
    public required Times ReadTimes { get; init; }

    /// <summary>Clients whose connection ended before its time, and why the last of them.</summary>
    public required long Lost { get; init; }
    public string? LossReason { get; init; }

    /// <summary>Of the server; null where its processes are not known.</summary>
    public ServerUsage? Server { get; init; }

    /// <summary>CPU of this program, as a part of one core. Near 1 the figures are its own rather than the server's.</summary>
    public required double OwnCores { get; init; }
}

/// <summary>Milliseconds; <see cref="double.PositiveInfinity"/> where too much never came, and 0 where nothing was to come.</summary>
/// <param name="Half">Within which half of all were.</param>
/// <param name="NinetyNine">Within which 99 of 100 were.</param>
/// <param name="Most">Of the slowest of those that came.</param>
internal sealed record Times(double Half, double NinetyNine, double Most)
{
    /// <param name="histogram">What came.</param>
    /// <param name="all">How many there should be. Those that did not come took longer than any.</param>
    public static Times Of(Histogram histogram, long all) => new(histogram.Within(0.5, all), histogram.Within(0.99, all), histogram.Longest / 1000.0);
}

/// <summary>What a server used.</summary>
/// <param name="Processes">Those that it is made of; what they started is counted too.</param>
/// <param name="Cores">CPU, as a part of one core.</param>
/// <param name="MicrosecondsPerPoll">All its CPU, divided by the polls that it answered; null when there were none.</param>
/// <param name="SecondsPerMillionDeliveries">All its CPU, divided by the messages that arrived; null when there were none.</param>
/// <param name="MicrosecondsPerPost">All its CPU, divided by the messages that it acknowledged; null when there were none.</param>
/// <param name="EmptyMegabytes">Resident before the crowd came.</param>
/// <param name="Megabytes">Resident at the window's end.</param>
/// <param name="ProportionalMegabytes">The same, where of what processes share each has its part.</param>
/// <param name="KilobytesPerClient">How much the crowd added until the window began, for each client.</param>
internal sealed record ServerUsage(
    IReadOnlyCollection<int> Processes, double Cores, double? MicrosecondsPerPoll, double? SecondsPerMillionDeliveries, double? MicrosecondsPerPost,
    double EmptyMegabytes, double Megabytes, double ProportionalMegabytes, double KilobytesPerClient);
