using Snug.Load.Crowds;

namespace Snug.Load;

/// <summary>A load: who comes, what they do and for how long.</summary>
internal sealed record Scenario
{
    /// <summary>People who come in and hear.</summary>
    public int Clients { get; init; } = 1_000;

    /// <summary>How many of them also speak.</summary>
    public int Senders { get; init; } = 10;

    /// <summary>How often each asks, where the protocol polls; 20 % sooner or later each time.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How fast the senders speak, all together.</summary>
    public Pace Pace { get; init; } = Pace.Rate(10);

    /// <summary>Bytes of each message's text.</summary>
    public int TextLength { get; init; } = 50;

    /// <summary>What is not counted: a server's code is compiled as it is first used, and better after a while.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(20);
}
