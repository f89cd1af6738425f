using System.Numerics;

namespace Snug.Load.Counting;

/// <summary>Times, counted in buckets that are 1.6 % wide at most, from a microsecond to two weeks: as much memory for a billion of them as for one.</summary>
internal sealed class Histogram
{
    // Below 128 µs each microsecond has its bucket; above, each doubling has 64.
    private const int Exact = 128, InDoubling = 64, ExactBits = 7, Bits = 40;

    private readonly long[] counts = new long[Exact + (Bits - ExactBits) * InDoubling];

    public long Count { get; private set; }

    /// <summary>The longest, in microseconds, as it was.</summary>
    public long Longest { get; private set; }

    public void Record(long microseconds)
    {
        var value = Math.Clamp(microseconds, 0, (1L << Bits) - 1);
        counts[Bucket(value)]++;
        Count++;
        if (value > Longest) Longest = value;
    }

    public void Clear()
    {
        Array.Clear(counts);
        (Count, Longest) = (0, 0);
    }

    /// <summary>The time within which this part of all were, in milliseconds; 0 when there were none, infinite when fewer were recorded.</summary>
    /// <param name="part">0.5 for the median.</param>
    /// <param name="all">How many there are, those among them that were not recorded since they never ended.</param>
    public double Within(double part, long all)
    {
        var wanted = (long)Math.Ceiling(part * all);
        if (wanted > Count) return double.PositiveInfinity;
        long seen = 0;
        for (var i = 0; i < counts.Length && wanted > 0; i++)
        {
            seen += counts[i];
            if (seen >= wanted) return Math.Min(Upper(i), Longest) / 1000.0;
        }
        return 0;
    }

    private static int Bucket(long value)
    {
        if (value < Exact) return (int)value;
        var doubling = BitOperations.Log2((ulong)value) - ExactBits;
        return Exact + doubling * InDoubling + (int)(value >> (doubling + 1)) - InDoubling;
    }

    private static long Upper(int bucket)
    {
        if (bucket < Exact) return bucket;
        var (doubling, place) = Math.DivRem(bucket - Exact, InDoubling);
        return ((long)(place + InDoubling + 1) << (doubling + 1)) - 1;
    }
}
