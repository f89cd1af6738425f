namespace Snug.Load.Crowds;

/// <summary>A timing wheel: what is due when, for thousands of keys that each have one time, all of it within one turn of the wheel from now.</summary>
internal sealed class Wheel
{
    // A slot is a hundredth of a per cent of the longest delay: of a second's polls, 0.15 ms.
    private const int Slots = 8192;
    private const int None = -1;

    private readonly long slotTime;
    private readonly int[] firstOf = new int[Slots];
    private readonly int[] nextOf;
    private long slot;

    /// <param name="keys">Keys are from 0 to below this.</param>
    /// <param name="longest">The longest delay of anything, in the clock's units.</param>
    /// <param name="now">The clock's time.</param>
    public Wheel(int keys, long longest, long now)
    {
        nextOf = new int[keys];
        slotTime = Math.Max(1, longest / (Slots - 2));
        slot = now / slotTime;
        Array.Fill(firstOf, None);
    }

    /// <summary>When there is something to take; <see cref="long.MaxValue"/> when there is nothing. Its slot's beginning, so up to a slot early.</summary>
    public long NextDue
    {
        get
        {
            var here = (int)(slot % Slots);
            var ahead = firstOf.AsSpan(here).IndexOfAnyExcept(None);
            if (ahead < 0 && firstOf.AsSpan(0, here).IndexOfAnyExcept(None) is >= 0 and var wrapped) ahead = Slots - here + wrapped;
            return ahead < 0 ? long.MaxValue : (slot + ahead) * slotTime;
        }
    }

    /// <param name="at">A time later than a turn of the wheel is taken as the end of the turn.</param>
    public void Add(int key, long at)
    {
        var due = (int)(Math.Clamp(at / slotTime, slot, slot + Slots - 1) % Slots);
        (nextOf[key], firstOf[due]) = (firstOf[due], key);
    }

    /// <returns>A key that is due, which the wheel has no more; -1 when there is none.</returns>
    public int Take(long now)
    {
        for (var today = now / slotTime; ; slot++)
        {
            ref var first = ref firstOf[(int)(slot % Slots)];
            if (first != None)
            {
                if (slot > today) return None;
                var key = first;
                first = nextOf[key];
                return key;
            }
            if (slot >= today) return None;
        }
    }
}
