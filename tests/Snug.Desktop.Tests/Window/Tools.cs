namespace Snug.Desktop.Tests.Window;

/// <summary>The programs that stand in for a screen, a keyboard and a screen reader.</summary>
internal static class Tools
{
    private static readonly string[] Needed = ["Xvfb", "xdotool", "dbus-daemon", "python3"];

    /// <summary>Skips the test where they are absent; a machine that sets CI has to have them.</summary>
    public static void Require()
    {
        var absent = Needed.Where(tool => Find(tool) is null).ToList();
        if (absent.Count == 0) return;

        var reason = $"{string.Join(", ", absent)} missing (Debian: apt install libgtk-4-1 libadwaita-1-0 xvfb xdotool dbus "
            + "at-spi2-core python3-gi gir1.2-atspi-2.0)";
        Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), reason);
        Assert.Skip(reason);
    }

    /// <summary>The system's own program first: only its Python knows the packages installed with apt.</summary>
    public static string? Find(string tool) => $"/usr/bin:{Environment.GetEnvironmentVariable("PATH")}"
        .Split(':').Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
