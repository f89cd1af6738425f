namespace Snug.Server.Serving;

/// <summary>What a person types to start the programs: from a checkout the entry script's words, of the published form the files' own names.</summary>
internal static class Called
{
    // From a checkout, and in tests, the process is another program's: dotnet's.
    private static readonly bool IsByItself = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "snug-server";

    public static string Server { get; } = IsByItself ? "snug-server" : "./snug";

    public static string Desktop { get; } = IsByItself ? "snug-desktop" : "./snug join";
}
