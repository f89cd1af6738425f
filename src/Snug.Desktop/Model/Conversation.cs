namespace Snug.Desktop.Model;

/// <summary>A stretch of what was said in a room, the oldest first, at most <see cref="MaxLines"/>; what waits to be sent stands last.</summary>
internal sealed class Conversation
{
    /// <summary>A week of a busy room. Only what is in view has widgets; a line costs about a kilobyte.</summary>
    public const int MaxLines = 12_000;

    // After a pause this long, who speaks and when is worth saying again.
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(5);

    private readonly List<Line> lines = [];
    // Rows far up are looked for as one scrolls.
    private readonly Dictionary<string, Line> found = [];
    private long unreadAfter = long.MaxValue;

    /// <summary>Told after each change.</summary>
    public event Action<Splice>? Changed;

    public IReadOnlyList<Line> Lines => lines;

    /// <summary>The first and the last message of the server's in the stretch; null where there is none.</summary>
    public long? FirstMessage => lines.Select(IdOf).FirstOrDefault(id => id is not null);

    public long? LastMessage => lines.FindLast(line => IdOf(line) is not null) is { } last ? IdOf(last) : null;

    /// <summary>Adds a line behind what was said, and before what waits; the oldest goes where there are too many.</summary>
    /// <returns>Whether something had to go.</returns>
    public bool Add(Line line)
    {
        Change(line.IsWaiting ? lines.Count : lines.Count - Waiting, 0, [line]);
        var tooMany = lines.Count - MaxLines;
        if (tooMany > 0) Change(0, tooMany, []);
        return tooMany > 0;
    }

    /// <summary>Adds what was said before all of this. What is at the other end goes where there are too many.</summary>
    /// <returns>Whether something had to go.</returns>
    public bool Prepend(IReadOnlyList<Line> older)
    {
        Change(0, 0, older);
        var tooMany = lines.Count - Waiting - MaxLines;
        if (tooMany > 0) Change(MaxLines, tooMany, []);
        return tooMany > 0;
    }

    /// <summary>Forgets all but what waits, and begins with these.</summary>
    /// <param name="all">What was said, the oldest first.</param>
    /// <param name="unreadAfter">The id of the last message that was read; null for no mark.</param>
    public void Begin(IReadOnlyList<Line> all, long? unreadAfter = null)
    {
        this.unreadAfter = unreadAfter ?? long.MaxValue;
        Change(0, lines.Count - Waiting, all);
    }

    /// <summary>Puts the mark above what is new behind another message, or takes it away.</summary>
    public void MarkUnread(long? after)
    {
        unreadAfter = after ?? long.MaxValue;
        for (var i = 0; i < lines.Count; i++) Settle(i);
    }

    public Line? Find(string key) => found.GetValueOrDefault(key);

    /// <summary>Puts another line in the place of one.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Replace(string key, Line with)
    {
        var at = IndexOf(key);
        if (at < 0) return false;
        if (lines[at].IsWaiting == with.IsWaiting) Change(at, 1, [with]);
        else
        {
            Change(at, 1, []);
            Add(with);
        }
        return true;
    }

    /// <summary>Has lines drawn anew of which something else has become known.</summary>
    public void Refresh(Func<Said, bool> which)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines[i] is Said said && which(said)) Changed?.Invoke(new Splice(i, 1, [said]) { IsRefresh = true });
    }

    public bool Remove(string key)
    {
        var at = IndexOf(key);
        if (at >= 0) Change(at, 1, []);
        return at >= 0;
    }

    // What changes is mostly near the end.
    private int IndexOf(string key) => lines.FindLastIndex(line => line.Key == key);

    private int Waiting => lines.Count - 1 - lines.FindLastIndex(line => !line.IsWaiting);

    private void Change(int at, int removed, IReadOnlyList<Line> added)
    {
        var isRefresh = removed == 1 && added.Count == 1 && lines[at].Key == added[0].Key;
        foreach (var gone in lines.GetRange(at, removed)) found.Remove(gone.Key);
        lines.RemoveRange(at, removed);
        lines.InsertRange(at, added);
        for (var i = at; i < at + added.Count; i++) found[lines[i].Key] = lines[i] = Placed(i);
        Changed?.Invoke(new Splice(at, removed, lines.GetRange(at, added.Count)) { IsRefresh = isRefresh });
        Settle(at + added.Count);
    }

    // What stands below a change may now open a day, or go on.
    private void Settle(int at)
    {
        if (at >= lines.Count) return;
        var placed = Placed(at);
        if (placed == lines[at]) return;
        found[placed.Key] = lines[at] = placed;
        Changed?.Invoke(new Splice(at, 1, [placed]) { IsRefresh = true });
    }

    private Line Placed(int at)
    {
        if (lines[at] is not Said said) return lines[at];
        var before = at > 0 ? lines[at - 1] : null;
        var opensDay = said.Message is not null && (before is null || before.At.Date != said.At.Date);
        var opensUnread = IsUnread(said) && !HasUnreadBefore(at);
        var continues = before is Said last && last.From == said.From && said.At - last.At < LongPause && !opensDay && !opensUnread && said.ReplyTo is null;
        return said with { Continues = continues, OpensDay = opensDay, OpensUnread = opensUnread };
    }

    // One's own words in between neither open it nor end it.
    private bool HasUnreadBefore(int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (lines[i] is not Said said) continue;
            if (IsUnread(said)) return true;
            if (said.Message?.Id <= unreadAfter) return false;
        }
        return false;
    }

    private bool IsUnread(Said said) => said.Message?.Id > unreadAfter && !said.IsOwn;

    private static long? IdOf(Line line) => (line as Said)?.Message?.Id;
}
