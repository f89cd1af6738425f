using Snug.Load.Crowds;

namespace Snug.Load;

/// <summary>A load: who comes, what they do and for how long.</summary>
internal sealed record Scenario
{
    /// <summary>People who come in and hear.</summary>
    public int Clients { get; init; } = 1_000;

    /// <summary>Rooms that they are spread over, where the protocol has more than one.</summary>
    public int Rooms { get; init; } = 1;

    /// <summary>How many of them also speak.</summary>
    public int Senders { get; init; } = 10;

    /// <summary>How often each asks, where the protocol polls; 20 % sooner or later each time. <see cref="Timeout.InfiniteTimeSpan"/>: nobody asks.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether anybody hears what is said.</summary>
    public bool IsHeard => PollEvery > TimeSpan.Zero;

    /// <summary>How fast the senders speak, all together.</summary>
    public Pace Pace { get; init; } = Pace.Rate(10);

    /// <summary>Bytes of each message's text.</summary>
    public int TextLength { get; init; } = 50;

    /// <summary>What is not counted: a server's code is compiled as it is first used, and better after a while.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How many senders a pace needs: a server may let one say only so much (Snug lets it say 50 a second), and each has one message under way at
    /// most. Where they are many and slow, the connection that each speaks by would be ended for its silence.
    /// </summary>
    /// <param name="looksForMost">The pace is not known yet.</param>
    public static int EnoughSenders(int clients, int rooms, Pace pace, bool looksForMost)
    {
        const int AtLeast = 10, AtMost = 1_000, EachPerSecond = 20, LongestSilence = 100;
        if (looksForMost || pace.UnderWay > 0) return Math.Min(clients, AtMost);
        var enough = Math.Max(Math.Max(AtLeast, rooms), (int)Math.Ceiling(pace.PerSecond / EachPerSecond));
        return Math.Min(clients, Math.Clamp((int)(pace.PerSecond * LongestSilence), 1, enough));
    }
}
