namespace Snug.Desktop.Model;

/// <summary>What was said while this window was open, the newest <see cref="MaxLines"/> of it.</summary>
internal sealed class Conversation
{
    /// <summary>A day's talk, and with one widget for each line still only some tens of megabytes.</summary>
    public const int MaxLines = 500;

    // After a pause this long, who speaks and when is worth saying again.
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(5);

    private readonly Queue<Line> lines = new();
    private Line? newest;

    public event Action<Line>? Added;

    /// <summary>The oldest line had to go.</summary>
    public event Action? Dropped;

    public IReadOnlyCollection<Line> Lines => lines;

    public void Say(DateTimeOffset at, string from, string text, bool isOwn) =>
        Add(new Said(at, from, text, isOwn, Continues(at, from)));

    public void Add(Line line)
    {
        if (lines.Count == MaxLines)
        {
            lines.Dequeue();
            Dropped?.Invoke();
        }
        lines.Enqueue(line);
        newest = line;
        Added?.Invoke(line);
    }

    private bool Continues(DateTimeOffset at, string from) =>
        newest is Said before && before.From == from && at - before.At < LongPause;
}
