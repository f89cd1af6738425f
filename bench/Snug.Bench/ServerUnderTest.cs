using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Snug.Bench.Rivals;
using Snug.Bench.Tidying;
using Snug.Load.Measuring;

namespace Snug.Bench;

/// <summary>A server in a process of its own, watched from outside.</summary>
internal sealed partial class ServerUnderTest : IDisposable
{
    // For a server to start.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Child child;
    private readonly TempFolder? data;

    private ServerUnderTest(Child child, TempFolder? data) => (this.child, this.data) = (child, data);

    /// <summary>Where it answers HTTP; of one that does not, where it would.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1:1");

    /// <summary>Where it speaks its line protocol, IRC or XMPP.</summary>
    public IPEndPoint Line { get; private set; } = new(IPAddress.Loopback, 1);

    public IPEndPoint Http => new(IPAddress.Parse(Url.Host), Url.Port);

    public TimeSpan Cpu => TimeSpan.FromSeconds(Watched.Read().CpuSeconds);

    public double ResidentMegabytes => Watched.Read().ResidentKilobytes / 1024;

    /// <summary>Its process and those it has started.</summary>
    public WatchedProcesses Watched => new([child.Process.Id]);

    /// <param name="assembly">The server's.</param>
    /// <param name="more">Further words of its command line.</param>
    /// <inheritdoc cref="StartRivalAsync"/>
    public static Task<ServerUnderTest> StartSnugAsync(string assembly, params string[] more)
    {
        var data = new TempFolder();
        return StartAsync([assembly, .. Serve(data.Path), .. more], data);
    }

    /// <summary>Starts one on a data folder that stays when it ends.</summary>
    /// <inheritdoc cref="StartRivalAsync"/>
    public static Task<ServerUnderTest> StartSnugOnAsync(string assembly, string data) => StartAsync([assembly, .. Serve(data)], null);

    /// <inheritdoc cref="StartRivalAsync"/>
    public static Task<ServerUnderTest> StartBaselineAsync() => StartAsync([typeof(ServerUnderTest).Assembly.Location, "baseline"], null);

    /// <exception cref="SubjectFailedException">It is not installed, or does not start within half a minute.</exception>
    public static async Task<ServerUnderTest> StartRivalAsync(Rival rival, string root)
    {
        var (start, data) = (new RivalStart(rival, root), new TempFolder());
        var server = new ServerUnderTest(start.Run(data.Path), data) { Line = new(IPAddress.Loopback, start.Port), Url = new($"http://127.0.0.1:{start.HttpPort}") };
        var began = TimeProvider.System.GetTimestamp();
        while (!await ListensAsync(server.Line))
        {
            if (!server.child.Process.HasExited && TimeProvider.System.GetElapsedTime(began) < Patience) continue;
            var output = Path.Combine(data.Path, "output");
            var said = File.Exists(output) ? File.ReadLines(output).LastOrDefault(line => line.Trim().Length > 0) : null;
            server.Dispose();
            throw new SubjectFailedException($"it did not start ({said ?? "it said nothing"})");
        }
        return server;
    }

    public void Dispose()
    {
        child.Dispose();
        data?.Dispose();
    }

    private static string[] Serve(string data) => ["serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", "--data", data];

    private static async Task<ServerUnderTest> StartAsync(string[] arguments, TempFolder? data)
    {
        var server = new ServerUnderTest(new(new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }), data);
        var complaint = "it said nothing";
        server.child.Process.ErrorDataReceived += (_, line) => complaint = line.Data ?? complaint;
        server.child.Process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            if (await server.ReadGreetingAsync(late.Token)) return server;
        }
        catch (OperationCanceledException)
        {
            complaint = $"it has not said where it listens for {Patience.TotalSeconds:0} s";
        }
        server.Dispose();
        throw new SubjectFailedException($"it did not start ({complaint})");
    }

    private async Task<bool> ReadGreetingAsync(CancellationToken cancel)
    {
        var isServing = false;
        while (await child.Process.StandardOutput.ReadLineAsync(cancel) is { } said)
        {
            if (Address().Match(said) is { Success: true } found) (Url, isServing) = (new(found.Groups[1].Value), true);
            if (LineAddress().Match(said) is { Success: true } door) Line = IPEndPoint.Parse($"{door.Groups[1].Value}:{door.Groups[2].Value}");
            if (isServing && Last().IsMatch(said)) return true;
        }
        return false;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Waits for a process, whose clock cannot be moved by hand.")]
    private static async Task<bool> ListensAsync(IPEndPoint door)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(door);
            return true;
        }
        catch (SocketException)
        {
            await Task.Delay(50);
            return false;
        }
    }

    [GeneratedRegex(@"^\s*(?:browser|http)\s+(http://\S+)")]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*line\s+nc (\S+) (\d+)")]
    private static partial Regex LineAddress();

    // Snug's greeting ends with where its data is, the baseline's with its address.
    [GeneratedRegex(@"^\s*(?:data|http)\s")]
    private static partial Regex Last();
}
