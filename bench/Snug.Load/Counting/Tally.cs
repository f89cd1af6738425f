namespace Snug.Load.Counting;

/// <summary>What happened to the messages and polls of a measured window.</summary>
internal sealed class Tally
{
    // When each message was due to be said is remembered for a million of them: at 40,000 a second half a minute.
    private const int Remembered = 1 << 20;

    private readonly long[] saidAt = new long[Remembered];
    private long first = long.MaxValue, end = long.MaxValue;
    private long abandoned;
    private bool isOpen;

    /// <summary>The number of the next message.</summary>
    public long Next { get; private set; }

    /// <summary>Since the window began and until it ended, whenever the message was said.</summary>
    public long Polls { get; private set; }

    /// <inheritdoc cref="Polls"/>
    public long Arrived { get; private set; }

    /// <summary>Polls that were left out since the one before them had no answer yet.</summary>
    public long LatePolls { get; private set; }

    /// <summary>Messages that were said within the window.</summary>
    public long Said => Math.Min(Next, end) - Math.Min(first, Next);

    /// <summary>Of these, those acknowledged, refused, delivered, and how many deliveries were owed. They go on after the window's end.</summary>
    public long Acknowledged { get; private set; }

    /// <inheritdoc cref="Acknowledged"/>
    public long Refused { get; private set; }

    /// <inheritdoc cref="Acknowledged"/>
    public long Delivered { get; private set; }

    /// <inheritdoc cref="Acknowledged"/>
    public long Owed { get; private set; }

    /// <summary>Clients whose connection ended before its time, and why the last of them.</summary>
    public long Lost { get; private set; }

    /// <inheritdoc cref="Lost"/>
    public string? LossReason { get; private set; }

    /// <summary>From when a poll was sent until its answer had come, from when a message was due until it was acknowledged, and until it was read.</summary>
    public Histogram PollTimes { get; } = new();

    /// <inheritdoc cref="PollTimes"/>
    public Histogram AcknowledgeTimes { get; } = new();

    /// <inheritdoc cref="PollTimes"/>
    public Histogram ReadTimes { get; } = new();

    /// <summary>Everything said within the window has come as far as it should.</summary>
    public bool IsSettled => Acknowledged + Refused + abandoned == Said && Delivered >= Owed;

    public void Open()
    {
        (Polls, Arrived, LatePolls, Acknowledged, Refused, Delivered, Owed, abandoned) = (0, 0, 0, 0, 0, 0, 0, 0);
        PollTimes.Clear();
        AcknowledgeTimes.Clear();
        ReadTimes.Clear();
        (first, end, isOpen) = (Next, long.MaxValue, true);
    }

    public void Close() => (end, isOpen) = (Next, false);

    /// <returns>The number of the message.</returns>
    public long Say(long due)
    {
        saidAt[Next % Remembered] = due;
        return Next++;
    }

    public void Acknowledge(long number, long now, int audience)
    {
        if (!Counts(number)) return;
        Acknowledged++;
        Owed += audience;
        AcknowledgeTimes.Record(Since(number, now));
    }

    public void Refuse(long number)
    {
        if (Counts(number)) Refused++;
    }

    /// <summary>Its sender's connection has ended: what became of it nobody will hear.</summary>
    public void Abandon(long number)
    {
        if (Counts(number)) abandoned++;
    }

    public void Deliver(long number, long now)
    {
        if (isOpen) Arrived++;
        if (!Counts(number)) return;
        Delivered++;
        ReadTimes.Record(Since(number, now));
    }

    public void AnswerPoll(long asked, long now)
    {
        if (!isOpen) return;
        Polls++;
        if (asked != 0) PollTimes.Record((now - asked) / 1000);
    }

    public void SkipPoll()
    {
        if (isOpen) LatePolls++;
    }

    public void Lose(string reason)
    {
        Lost++;
        LossReason = reason;
    }

    // A number that no message has yet is of a server that makes them up.
    private bool Counts(long number) => number >= first && number < Math.Min(end, Next);

    // Of one that is not remembered any more it is only known that it is older than those that are.
    private long Since(long number, long now) => (now - saidAt[Math.Max(number, Next - Remembered) % Remembered]) / 1000;
}
