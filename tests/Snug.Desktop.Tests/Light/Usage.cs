using System.Globalization;

namespace Snug.Desktop.Tests.Light;

/// <summary>What a process takes of the machine, as Linux tells it.</summary>
internal static class Usage
{
    /// <summary>Resident memory, in megabytes; pages that it shares with other programs count in full.</summary>
    public static long Megabytes(int process) => Kilobytes(process, "VmRSS:") / 1024;

    /// <summary>What of it is its own: all but the files it has mapped.</summary>
    public static long OwnMegabytes(int process) => (Kilobytes(process, "RssAnon:") + Kilobytes(process, "RssShmem:")) / 1024;

    /// <summary>The processor's time so far; Linux counts it in hundredths of a second.</summary>
    public static TimeSpan Busy(int process)
    {
        var line = File.ReadAllText($"/proc/{process}/stat");
        // The name of the program, in brackets, may have spaces. Behind it the 12th and 13th are the program's and the kernel's.
        var words = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (Number(words[11]) + Number(words[12])));
    }

    private static long Kilobytes(int process, string what) => Number(File.ReadLines($"/proc/{process}/status")
        .First(line => line.StartsWith(what, StringComparison.Ordinal))[what.Length..].Replace("kB", "", StringComparison.Ordinal));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
