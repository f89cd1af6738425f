using System.Globalization;
using System.Runtime.InteropServices;

namespace Snug.Bench.Pages;

/// <summary>On what was measured.</summary>
internal static class Machine
{
    /// <summary>Processor, cores, memory, and the versions of what all runs on.</summary>
    public static string InWords =>
        $"{Processor()}, {Environment.ProcessorCount} {(Environment.ProcessorCount == 1 ? "core" : "cores")}, {Memory()} GB of memory; Linux {Environment.OSVersion.Version}; .NET {Environment.Version}";

    private static string Processor() => File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
        ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Memory() =>
        (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30)).ToString("0", CultureInfo.InvariantCulture);
}
