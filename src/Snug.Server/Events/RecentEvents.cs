using System.Buffers;

namespace Snug.Server.Events;

/// <summary>The newest events of a stream in memory, oldest first, bounded in number and in bytes; more of them while they come fast. Not for several threads at once.</summary>
/// <param name="startsAfter">The newest event that is in the store only.</param>
internal sealed class RecentEvents(long startsAfter)
{
    private Event[] ring = [];
    private int first;
    private int count;
    private int bytes;

    /// <summary>The newest event that is no longer here: a reader who is not past it needs the store.</summary>
    public long StartsAfter { get; private set; } = startsAfter;

    /// <summary>Whether there is more than a room keeps for long.</summary>
    public bool IsBusy => count > Limits.RecentEvents || (bytes > Limits.RecentBytes && count > 1);

    public void Add(Event added)
    {
        if (count == ring.Length) Resize(Math.Max(4, ring.Length * 2));
        ring[(first + count++) % ring.Length] = added;
        bytes += added.Bytes;
        Trim(added.At);
    }

    /// <summary>Lets go of what is more than a room keeps for long, once it has been here long enough, and at once where it is too much even so.</summary>
    /// <param name="now">By the clock of <see cref="Event.At"/>.</param>
    public void Trim(TimeSpan now)
    {
        while (IsBusy && (now - ring[first].At >= Limits.RecentFor || bytes > Limits.BusyBytes)) DropOldest();
        while (ring.Length > Limits.RecentEvents * 2 && count < ring.Length / 4) Resize(ring.Length / 2);
    }

    /// <summary>Replaces what is told of an event, if it is still here.</summary>
    public void Replace(Event changed)
    {
        var at = IndexAfter(changed.Id - 1);
        if (at == count) return;

        ref var known = ref ring[(first + at) % ring.Length];
        if (known.Id != changed.Id) return;
        bytes += changed.Bytes - known.Bytes;
        known = changed with { At = known.At };
    }

    /// <summary>Copies lines into <paramref name="output"/>, about <paramref name="maxBytes"/> of them, and moves the cursor past them.</summary>
    public void CopyLines(ref long cursor, long upTo, int maxBytes, IBufferWriter<byte> output)
    {
        var copied = 0;
        for (var i = IndexAfter(cursor); i < count && copied < maxBytes; i++)
        {
            ref readonly var next = ref ring[(first + i) % ring.Length];
            if (next.Id > upTo) break;
            output.Write(next.Line);
            copied += next.Line.Length;
            cursor = next.Id;
        }
    }

    public void Collect(long after, long upTo, List<Event> output)
    {
        for (var i = IndexAfter(after); i < count; i++)
        {
            ref readonly var next = ref ring[(first + i) % ring.Length];
            if (next.Id > upTo) break;
            output.Add(next);
        }
    }

    // The events are in order: the first one behind the cursor is found by halving.
    private int IndexAfter(long cursor)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ring[(first + middle) % ring.Length].Id <= cursor) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void DropOldest()
    {
        ref var oldest = ref ring[first];
        StartsAfter = oldest.Id;
        bytes -= oldest.Bytes;
        oldest = default;
        first = (first + 1) % ring.Length;
        count--;
    }

    // Most streams stay short: one user's, a room that few speak in.
    private void Resize(int size)
    {
        var other = new Event[size];
        for (var i = 0; i < count; i++) other[i] = ring[(first + i) % ring.Length];
        (ring, first) = (other, 0);
    }
}
