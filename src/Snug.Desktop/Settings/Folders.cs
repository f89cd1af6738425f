namespace Snug.Desktop.Settings;

/// <summary>Where a desktop's programs keep what is theirs (the XDG base directory specification).</summary>
internal static class Folders
{
    /// <summary>What must not get lost: sessions.</summary>
    public static string Data => Of("XDG_DATA_HOME", ".local/share");

    /// <summary>What is merely convenient: the window's size.</summary>
    public static string State => Of("XDG_STATE_HOME", ".local/state");

    // The specification has relative paths ignored.
    private static string Of(string variable, string usual)
    {
        var folder = Environment.GetEnvironmentVariable(variable);
        if (!Path.IsPathRooted(folder)) folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), usual);
        return Path.Combine(folder, "snug");
    }
}
