using Snug.Load.Sockets;

namespace Snug.Load.Crowds;

/// <summary>Who says something next, and when. Each speaker has one message under way at most, so a message waits when all have.</summary>
internal sealed class Speakers(int most, long second)
{
    private readonly Queue<Connection> idle = new(most);
    private readonly Queue<(Connection Speaker, long Until)> resting = new(most);
    private Pace pace;
    private long due, interval;
    private int underWay;

    public void Add(Connection speaker) => idle.Enqueue(speaker);

    public void Begin(Pace wanted, long now)
    {
        pace = wanted;
        if (pace.PerSecond > 0) (due, interval) = (now, (long)(second / pace.PerSecond));
    }

    /// <summary>When somebody has to speak; <see cref="long.MaxValue"/> when nobody has, or nobody can.</summary>
    public long NextDue =>
        pace == Pace.Silent ? long.MaxValue
        : idle.Count == 0 ? resting.TryPeek(out var first) ? first.Until : long.MaxValue
        : pace.PerSecond > 0 ? due
        : underWay < pace.UnderWay ? 0 : long.MaxValue;

    /// <param name="since">When the message was due, which is where its times begin: that a server or a client had no time for it is part of them.</param>
    /// <returns>Who is to speak now; null when nobody is.</returns>
    public Connection? Take(long now, out long since)
    {
        since = now;
        while (resting.TryPeek(out var first) && first.Until <= now) idle.Enqueue(resting.Dequeue().Speaker);
        if (NextDue > now || !idle.TryDequeue(out var speaker)) return null;
        if (pace.PerSecond > 0) (since, due) = (due, due + interval);
        underWay++;
        return speaker;
    }

    /// <summary>Its message has been acknowledged, or refused: then it may have been too fast, and comes again a tenth of a second later.</summary>
    public void Return(Connection speaker, bool wasRefused, long now)
    {
        underWay--;
        if (wasRefused) resting.Enqueue((speaker, now + second / 10));
        else idle.Enqueue(speaker);
    }

    /// <summary>Its connection has ended with a message under way.</summary>
    public void Lose() => underWay--;
}
