using Snug.Server.Events;

namespace Snug.Server.Talk;

/// <summary>Some events in order, and the cursor behind them.</summary>
internal sealed record EventsPage(IReadOnlyList<Event> Events, long Next)
{
    /// <summary>Puts what several streams gave into one order and cuts it to a size that a reader can take.</summary>
    /// <param name="found">Events in any order; one that two streams gave stands there twice.</param>
    /// <param name="upTo">Behind this the streams were not all read.</param>
    public static EventsPage Cut(List<Event> found, long upTo)
    {
        found.Sort((one, other) => one.Id.CompareTo(other.Id));
        var events = new List<Event>(Math.Min(found.Count, Limits.PageEvents));
        var (bytes, last) = (0, 0L);
        foreach (var happened in found)
        {
            if (happened.Id > upTo) break;
            if (happened.Id == last) continue;
            if (events.Count == Limits.PageEvents || bytes > Limits.PageBytes) return new(events, last);

            last = happened.Id;
            bytes += happened.Json.Length;
            if (happened.Json.Length > 0) events.Add(happened);
        }
        return new(events, upTo);
    }
}
