using System.Globalization;

namespace Snug.Load.Measuring;

/// <summary>The processes of a server on this machine, and all that they have started, watched through Linux's <c>/proc</c>.</summary>
internal sealed class WatchedProcesses(IReadOnlyCollection<int> roots)
{
    // Linux tells times in hundredths of a second, whatever its own clock does.
    private const double TicksPerSecond = 100;

    // Behind the name, which ends with a parenthesis: the state, the parent, and from there the times (proc(5)).
    private const int Parent = 1, UserTime = 11, Times = 4;

    public bool IsEmpty => roots.Count == 0;

    public IReadOnlyCollection<int> Roots => roots;

    /// <exception cref="LoadException">A process has ended, or belongs to somebody else.</exception>
    public Usage Read()
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Select(pid => (Pid: pid, Fields: ReadStat(pid)))
            .Where(one => one.Fields.Length > UserTime + Times)
            .ToDictionary(one => one.Pid, one => one.Fields);
        if (roots.FirstOrDefault(root => !all.ContainsKey(root)) is var gone and not 0) throw new LoadException($"there is no process {gone}");

        var family = new HashSet<int>(roots);
        int before;
        do
        {
            before = family.Count;
            foreach (var (pid, fields) in all)
                if (family.Contains((int)Number(fields[Parent]))) family.Add(pid);
        }
        while (family.Count > before);

        return family.Select(pid => new Usage(
                all[pid].Skip(UserTime).Take(Times).Sum(Number) / TicksPerSecond,
                Kilobytes(pid, "status", "VmRSS:"),
                Kilobytes(pid, "smaps_rollup", "Pss:")))
            .Aggregate((sum, one) => sum + one);
    }

    private static string[] ReadStat(int pid)
    {
        // A process may end while it is looked at.
        var stat = Text(pid, "stat");
        return stat.LastIndexOf(')') is > 0 and var end ? stat[(end + 2)..].Split(' ') : [];
    }

    private static double Kilobytes(int pid, string file, string name)
    {
        var line = Text(pid, file).Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : Number(line[name.Length..].Replace("kB", "", StringComparison.Ordinal));
    }

    private static string Text(int pid, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static double Number(string text) => double.Parse(text.AsSpan().Trim(), CultureInfo.InvariantCulture);
}
