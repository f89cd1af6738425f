using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Snug.Tests.Running;

/// <summary>The server as a process of its own, as its operator starts it; ended with the test.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly Task<string> errors;

    private ServerProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    public int LinePort { get; private set; }

    /// <summary>Where its HTTP door is, such as <c>http://127.0.0.1:40123</c>; empty where it has ended.</summary>
    public string HttpUrl => HttpAddress().Match(Banner).Value;

    public bool HasExited => process.HasExited;

    /// <summary>What it said when it was ready.</summary>
    public string Banner { get; private set; } = "";

    /// <summary>Starts <c>serve</c> on free ports and waits until it says that it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string data, params string[] more)
    {
        string[] database = await TestDatabase.OfAsync(data) is { } address ? ["--database", address] : [];
        var server = await TryStartAsync(["--data", data, .. database, .. more]);
        Assert.NotEqual(0, server.LinePort);
        return server;
    }

    /// <summary>Starts <c>serve</c> on free ports and waits until it says that it is ready, or has ended because it cannot be.</summary>
    public static async Task<ServerProcess> TryStartAsync(params string[] more)
    {
        return await ReadyAsync(Launch(["serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", .. more]));
    }

    /// <summary>Starts <c>serve</c> of a program that was published, on free ports, and waits until it says that it is ready.</summary>
    public static Task<ServerProcess> StartPublishedAsync(string program, string data) =>
        ReadyAsync(Launch(["serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", "--data", data], program));

    private static async Task<ServerProcess> ReadyAsync(ServerProcess server)
    {
        // The last of what it says: where the chat is kept, in a folder or a database.
        while (!server.Banner.Contains("\n  data") && await server.process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } said)
            server.Banner += said + "\n";
        if (LineAddress().Match(server.Banner) is { Success: true } found)
            server.LinePort = int.Parse(found.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        else await server.process.WaitForExitAsync().WaitAsync(Patience);
        return server;
    }

    /// <summary>Starts the program with any words.</summary>
    public static ServerProcess Start(params string[] words) => Launch(words);

    /// <summary>Runs the program to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => RunAsync(Launch(arguments));

    /// <summary>Runs a program that was published to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunPublishedAsync(string program, params string[] arguments) =>
        RunAsync(Launch(arguments, program));

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(ServerProcess launched)
    {
        using var server = launched;
        var output = await server.process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await server.process.WaitForExitAsync().WaitAsync(Patience);
        return (server.process.ExitCode, output, await server.errors);
    }

    /// <summary>What <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Asks it to stop with a signal, such as TERM.</summary>
    public async Task<(int ExitCode, string Errors)> StopAsync(string signal)
    {
        await SignalAsync(signal);
        return await WaitForExitAsync();
    }

    /// <summary>Returns when it has ended, whenever that is.</summary>
    public Task UntilExitAsync() => process.WaitForExitAsync();

    public async Task<(int ExitCode, string Errors)> WaitForExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await errors);
    }

    /// <summary>Sends it a signal, such as STOP, and waits for nothing.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static ServerProcess Launch(string[] arguments, string? program = null)
    {
        var start = new ProcessStartInfo(program ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        if (program is null) start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "snug-server.dll"));
        else start.Environment["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = Path.Combine(Path.GetDirectoryName(program)!, "extracted");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new ServerProcess(Process.Start(start)!);
    }

    [GeneratedRegex(@"(?:nc 127\.0\.0\.1 |-connect 127\.0\.0\.1:)(\d+)")]
    private static partial Regex LineAddress();

    [GeneratedRegex(@"https?://127\.0\.0\.1:\d+")]
    private static partial Regex HttpAddress();
}
