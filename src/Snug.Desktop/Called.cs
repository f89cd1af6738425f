namespace Snug.Desktop;

/// <summary>What a person types to start this program: from a checkout the entry script's words, of the published form the file's own name.</summary>
internal static class Called
{
    // From a checkout the process is dotnet's.
    public static string Join { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "snug-desktop" ? "snug-desktop" : "./snug join";
}
