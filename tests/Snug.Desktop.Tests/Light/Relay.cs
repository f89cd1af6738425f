using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Snug.Desktop.Tests.Light;

/// <summary>Stands between a window and its server, hands everything on, and writes down what the window asks for.</summary>
internal sealed class Relay : IAsyncDisposable
{
    // A request's first line with a cursor in it is some hundred bytes; of a file that goes up no more is looked at.
    private const int LongestLine = 8 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentQueue<string> requests = [];
    private readonly Uri server;
    private readonly Task accepting;

    public Relay(Uri server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Url => new($"http://{listener.LocalEndpoint}");

    /// <summary>The first lines of the requests so far, such as <c>GET /api/rooms HTTP/1.1</c>.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await accepting;
        over.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(over.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient window)
    {
        using var here = window;
        using var there = new TcpClient();
        try
        {
            await there.ConnectAsync(server.Host, server.Port, over.Token);
            await Task.WhenAny(AskAsync(here.GetStream(), there.GetStream()), there.GetStream().CopyToAsync(here.GetStream(), over.Token));
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // Either side may go at any time: then the other one is let go too.
        }
    }

    private async Task AskAsync(NetworkStream window, NetworkStream server)
    {
        var line = new StringBuilder();
        var buffer = new byte[LongestLine];
        while (await window.ReadAsync(buffer, over.Token) is > 0 and var read)
        {
            foreach (var letter in buffer.AsSpan(0, read)) Take(line, (char)letter);
            await server.WriteAsync(buffer.AsMemory(0, read), over.Token);
        }
    }

    private void Take(StringBuilder line, char letter)
    {
        if (letter != '\n')
        {
            if (line.Length < LongestLine) line.Append(letter);
            return;
        }
        var whole = line.ToString().TrimEnd('\r');
        if (whole.EndsWith(" HTTP/1.1", StringComparison.Ordinal)) requests.Enqueue(whole);
        line.Clear();
    }
}
