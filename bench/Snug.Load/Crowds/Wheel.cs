namespace Snug.Load.Crowds;

/// <summary>A timing wheel: what is due when, for thousands of keys that each have one time, all of it within one turn of the wheel from now.</summary>
internal sealed class Wheel
{
    // So many that of ten thousand clients who each ask once a second few fall into the same slot of 19 µs: they are strangers to each other.
    private const int Slots = 65_536;
    private const int None = -1;

    private readonly long slotTime;
    private readonly int[] firstOf = new int[Slots];
    private readonly int[] nextOf;
    private int count;
    // The first slot that has a key, counted from the clock's beginning; its place in the wheel is what is left when whole turns are taken away.
    private long first;

    /// <param name="keys">Keys are from 0 to below this.</param>
    /// <param name="longest">The longest delay of anything, in the clock's units.</param>
    public Wheel(int keys, long longest)
    {
        nextOf = new int[keys];
        slotTime = Math.Max(1, longest / (Slots - 2));
        Array.Fill(firstOf, None);
    }

    /// <summary>When there is something to take; <see cref="long.MaxValue"/> when there is nothing. Its slot's beginning, so up to a slot early.</summary>
    public long NextDue => count == 0 ? long.MaxValue : first * slotTime;

    /// <param name="at">A time later than a turn of the wheel behind the first is taken as the end of the turn.</param>
    public void Add(int key, long at)
    {
        var slot = at / slotTime;
        if (count == 0 || slot < first) first = slot;
        ref var head = ref firstOf[Math.Min(slot, first + Slots - 1) % Slots];
        (nextOf[key], head) = (head, key);
        count++;
    }

    /// <returns>A key that is due, which the wheel has no more; -1 when there is none.</returns>
    public int Take(long now)
    {
        if (NextDue > now) return None;
        ref var head = ref firstOf[first % Slots];
        var key = head;
        head = nextOf[key];
        count--;
        // Each turn of the wheel walks over each slot once.
        while (count > 0 && firstOf[first % Slots] == None) first++;
        return key;
    }
}
