using System.Globalization;
using System.Text.RegularExpressions;
using Snug.Client;

namespace Snug.Desktop.Tests.Window;

/// <summary>The real server, on a free port and with data of its own.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("snug-data-").FullName;
    private Child? child;

    public int Port { get; private set; }

    /// <summary>The HTTP API's address.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1:0");

    public static async Task<ServerProcess> StartAsync()
    {
        var server = new ServerProcess();
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts it with the same data, and at the same port when it has run before.</summary>
    public async Task StartAgainAsync()
    {
        // artifacts/bin/Snug.Desktop.Tests/debug/ → artifacts/bin/Snug.Server/debug/
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var dll = Path.Combine(output.Parent!.Parent!.FullName, "Snug.Server", output.Name, "snug-server.dll");
        child = new Child("dotnet", [dll, "serve", "--line", $"127.0.0.1:{Port}", "--http", $"127.0.0.1:{Url.Port}", "--data", data]);
        Match line, http = Match.Empty;
        for (string said; !(line = LinePort().Match(said = await child.ReadLineAsync())).Success;)
            if (HttpAddress().Match(said) is { Success: true } found) http = found;
        Url = new Uri(http.Value);
        Port = int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public Task SignalAsync(string signal) => child!.SignalAsync(signal);

    public async Task KillAsync() => await child!.DisposeAsync();

    public Task<ChatClient> EnterOverHttpAsync(string name) => ChatClient.EnterAsync(Url, name);

    public Task<LineConnection> EnterAsync(string name) => LineConnection.ConnectAsync("127.0.0.1", Port, name);

    public async ValueTask DisposeAsync()
    {
        await child!.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex HttpAddress();

    [GeneratedRegex(@"nc 127\.0\.0\.1 (\d+)")]
    private static partial Regex LinePort();
}
