using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Snug.Bench;

/// <summary>A server in a process of its own, watched from outside.</summary>
internal sealed partial class ServerUnderTest : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo data;

    private ServerUnderTest(Process process, DirectoryInfo data, Uri url)
    {
        this.process = process;
        this.data = data;
        Url = url;
    }

    public Uri Url { get; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    public static Task<ServerUnderTest> StartSnugAsync(string assembly, params string[] more)
    {
        var data = Directory.CreateTempSubdirectory("snug-bench-");
        return StartAsync([assembly, "serve", "--line", "off", "--http", "127.0.0.1:0", "--data", data.FullName, .. more], data);
    }

    public static Task<ServerUnderTest> StartBaselineAsync() =>
        StartAsync([typeof(ServerUnderTest).Assembly.Location, "baseline"], Directory.CreateTempSubdirectory("snug-bench-"));

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
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    private static async Task<ServerUnderTest> StartAsync(string[] arguments, DirectoryInfo data)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } said)
            if (Address().Match(said) is { Success: true } found) return new(process, data, new Uri(found.Groups[1].Value));
        throw new InvalidOperationException("the server did not start");
    }

    [GeneratedRegex(@"^\s*(?:browser|http)\s+(http://\S+)")]
    private static partial Regex Address();

    [GeneratedRegex(@"^dotnet_gc_heap_total_allocated_bytes_total (\S+)", RegexOptions.Multiline)]
    private static partial Regex Allocated();
}
