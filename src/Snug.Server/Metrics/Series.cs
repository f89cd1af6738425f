using System.Globalization;

namespace Snug.Server.Metrics;

/// <summary>One row of numbers: a sum, a last value, or a distribution.</summary>
internal sealed class Series(string labels, bool isSum, double[]? bounds)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[(bounds?.Length ?? 0) + 1];
    private double value;
    private long count;

    public void Add(double measured)
    {
        lock (gate)
        {
            value = isSum || bounds is not null ? value + measured : measured;
            count++;
            if (bounds is null) return;
            var bucket = Array.FindIndex(bounds, bound => measured <= bound);
            buckets[bucket < 0 ? bounds.Length : bucket]++;
        }
    }

    /// <summary>Before something is observed anew: what it was is no part of what it is.</summary>
    public void Reset()
    {
        lock (gate) value = 0;
    }

    /// <summary>Writes the row in Prometheus' text format, version 0.0.4.</summary>
    public void Write(TextWriter output, string name)
    {
        lock (gate)
        {
            if (bounds is null)
            {
                output.Write($"{name}{(labels == "" ? "" : "{" + labels + "}")} {Number(value)}\n");
                return;
            }
            var comma = labels == "" ? "" : ",";
            var below = 0L;
            for (var i = 0; i <= bounds.Length; i++)
            {
                below += buckets[i];
                output.Write($"{name}_bucket{{{labels}{comma}le=\"{(i < bounds.Length ? Number(bounds[i]) : "+Inf")}\"}} {below}\n");
            }
            var all = labels == "" ? "" : "{" + labels + "}";
            output.Write($"{name}_sum{all} {Number(value)}\n{name}_count{all} {count}\n");
        }
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
