using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Snug.Bench.Rivals;
using Snug.Load.Measuring;

namespace Snug.Bench;

/// <summary>A server in a process of its own, watched from outside.</summary>
internal sealed partial class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly DirectoryInfo? data;

    private ServerUnderTest(Process process, DirectoryInfo? data)
    {
        this.process = process;
        this.data = data;
        AppDomain.CurrentDomain.ProcessExit += Stop;
    }

    /// <summary>Where it answers HTTP; of one that does not, where it would.</summary>
    public Uri Url { get; private init; } = new("http://127.0.0.1:1");

    /// <summary>Where it speaks its line protocol, IRC or XMPP.</summary>
    public IPEndPoint Line { get; private init; } = new(IPAddress.Loopback, 1);

    public IPEndPoint Http => new(IPAddress.Parse(Url.Host), Url.Port);

    public TimeSpan Cpu => TimeSpan.FromSeconds(Watched.Read().CpuSeconds);

    public double ResidentMegabytes => Watched.Read().ResidentKilobytes / 1024;

    /// <summary>Its process and those it has started.</summary>
    public WatchedProcesses Watched => new([process.Id]);

    public static Task<ServerUnderTest> StartSnugAsync(string assembly, params string[] more)
    {
        var data = Directory.CreateTempSubdirectory("snug-bench-");
        return StartAsync([assembly, "serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", "--data", data.FullName, .. more], data);
    }

    /// <summary>Starts one on a data folder that stays when it ends.</summary>
    public static Task<ServerUnderTest> StartSnugOnAsync(string assembly, DirectoryInfo data) =>
        StartAsync([assembly, "serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", "--data", data.FullName], null);

    public static Task<ServerUnderTest> StartBaselineAsync() =>
        StartAsync([typeof(ServerUnderTest).Assembly.Location, "baseline"], Directory.CreateTempSubdirectory("snug-bench-"));

    /// <exception cref="SubjectFailedException">It is not installed, or does not start.</exception>
    public static async Task<ServerUnderTest> StartRivalAsync(Rival rival, string root)
    {
        var (start, data) = (new RivalStart(rival, root), Directory.CreateTempSubdirectory("snug-bench-"));
        var server = new ServerUnderTest(start.Run(data), data) { Line = new(IPAddress.Loopback, start.Port), Url = new($"http://127.0.0.1:{start.HttpPort}") };
        var began = TimeProvider.System.GetTimestamp();
        while (!await ListensAsync(server.Line))
        {
            if (!server.process.HasExited && TimeProvider.System.GetElapsedTime(began) < Patience) continue;
            var said = File.ReadLines(Path.Combine(data.FullName, "output")).LastOrDefault(line => line.Trim().Length > 0);
            await server.DisposeAsync();
            throw new SubjectFailedException($"it did not start ({said})");
        }
        return server;
    }

    /// <summary>Bytes that the server has ever allocated.</summary>
    public async Task<double> AllocatedAsync(HttpClient http)
    {
        var plain = await http.GetAsync(new Uri(Url, "/allocated"));
        if (plain.IsSuccessStatusCode) return double.Parse(await plain.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);

        var metrics = await http.GetStringAsync(new Uri(Url, "/metrics"));
        return double.Parse(Allocated().Match(metrics).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Stop;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        data?.Delete(recursive: true);
    }

    // Whoever ends a run that is not over ends its server too.
    private void Stop(object? sender, EventArgs what)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(Patience);
        data?.Delete(recursive: true);
    }

    private static async Task<ServerUnderTest> StartAsync(string[] arguments, DirectoryInfo? data)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = "it said nothing";
        process.ErrorDataReceived += (_, line) => complaint = line.Data ?? complaint;
        process.BeginErrorReadLine();
        var (url, line) = ((Uri?)null, new IPEndPoint(IPAddress.Loopback, 1));
        while (await process.StandardOutput.ReadLineAsync() is { } said)
        {
            if (Address().Match(said) is { Success: true } found) url = new(found.Groups[1].Value);
            if (LineAddress().Match(said) is { Success: true } door) line = IPEndPoint.Parse($"{door.Groups[1].Value}:{door.Groups[2].Value}");
            if (url is not null && Last().IsMatch(said)) return new(process, data) { Url = url, Line = line };
        }
        throw new InvalidOperationException($"the server did not start ({complaint})");
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

    [GeneratedRegex(@"^dotnet_gc_heap_total_allocated_bytes_total (\S+)", RegexOptions.Multiline)]
    private static partial Regex Allocated();
}
