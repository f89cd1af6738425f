using System.Buffers;

namespace Snug.Server.Events;

/// <summary>
/// A room's newest events in memory, oldest first, bounded in number and in bytes. One thread adds, any may read.
/// </summary>
/// <param name="startsAfter">The newest event that is in the store only.</param>
internal sealed class RecentEvents(long startsAfter)
{
    private readonly Lock gate = new();
    private readonly Event[] ring = new Event[Limits.RecentEvents];
    private int first;
    private int count;
    private int bytes;
    private long startsAfter = startsAfter;
    private long newest = startsAfter;

    /// <summary>The room's newest event. A cursor at or past it has nothing to read: the whole cost of an idle poll.</summary>
    public long Newest => Volatile.Read(ref newest);

    public void Add(Event added)
    {
        lock (gate)
        {
            while (count > 0 && (count == ring.Length || bytes + added.Line.Length > Limits.RecentBytes)) DropOldest();
            ring[(first + count++) % ring.Length] = added;
            bytes += added.Line.Length;
            Volatile.Write(ref newest, added.Id);
        }
    }

    /// <summary>
    /// Copies the lines of the events behind the cursor into <paramref name="output"/>, up to <paramref name="upTo"/> and to
    /// about <paramref name="maxBytes"/>, and moves the cursor past them.
    /// </summary>
    /// <returns>False when some of what is behind the cursor is no longer in memory: nothing was copied then.</returns>
    public bool TryCopyLines(ref long cursor, long upTo, int maxBytes, IBufferWriter<byte> output)
    {
        lock (gate)
        {
            if (cursor < startsAfter) return false;

            var copied = 0;
            for (var i = IndexAfter(cursor); i < count && copied < maxBytes; i++)
            {
                ref readonly var next = ref ring[(first + i) % ring.Length];
                if (next.Id > upTo) break;
                output.Write(next.Line);
                copied += next.Line.Length;
                cursor = next.Id;
            }
            return true;
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
        startsAfter = oldest.Id;
        bytes -= oldest.Line.Length;
        oldest = default;
        first = (first + 1) % ring.Length;
        count--;
    }
}
