namespace Snug.Bench;

/// <summary>How the suite runs: what all scenarios of a run share.</summary>
/// <param name="Root">The project's folder, in which everything that is measured has been built.</param>
/// <param name="IsQuick">Whether a scenario shall be short: enough to see that it works, too little to believe its figures.</param>
/// <param name="Rounds">How many times each subject is measured.</param>
internal sealed record Plan(string Root, bool IsQuick, int Rounds)
{
    public const int UsualRounds = 3;

    /// <summary>The server as it is built for use.</summary>
    public string Server => Path.Combine(Root, "artifacts/bin/Snug.Server/release/snug-server.dll");

    /// <summary>The server as it is given away.</summary>
    public string Published => Path.Combine(Root, "artifacts/publish/linux-x64/snug-server");

    /// <summary>Minutes for which what shall stay as it is is watched.</summary>
    public int Minutes { get; init; } = 8;

    /// <summary>How many clients come.</summary>
    /// <param name="clients">How many when the figures shall be believed.</param>
    public int Clients(int clients) => IsQuick ? Math.Max(100, clients / 10) : clients;

    /// <summary>How long something takes that is measured, or the warm-up before it: .NET compiles code anew, and better, while it is used.</summary>
    /// <param name="seconds">How long when the figures shall be believed.</param>
    public TimeSpan Measured(double seconds) => TimeSpan.FromSeconds(IsQuick ? Math.Min(seconds, 3) : seconds);
}
