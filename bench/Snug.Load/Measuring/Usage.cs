namespace Snug.Load.Measuring;

/// <summary>What processes have used until now.</summary>
/// <param name="CpuSeconds">In the program and in the system on its behalf.</param>
/// <param name="ResidentKilobytes">Memory that is in use.</param>
/// <param name="ProportionalKilobytes">The same, where of what several processes share each has its part; 0 where the system does not tell.</param>
internal readonly record struct Usage(double CpuSeconds, double ResidentKilobytes, double ProportionalKilobytes)
{
    public static Usage operator +(Usage a, Usage b) =>
        new(a.CpuSeconds + b.CpuSeconds, a.ResidentKilobytes + b.ResidentKilobytes, a.ProportionalKilobytes + b.ProportionalKilobytes);
}
