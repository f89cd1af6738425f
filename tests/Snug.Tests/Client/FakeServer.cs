using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Snug.Tests.Client;

/// <summary>A server that gives the answers it was told to, one for each line, whatever it is asked, and then none.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly System.Threading.Channels.Channel<string> heard = System.Threading.Channels.Channel.CreateBounded<string>(100);
    private readonly CancellationTokenSource end = new();
    private Task serving = Task.CompletedTask;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public static Task<FakeServer> StartAsync(params string[] answers)
    {
        var server = new FakeServer();
        server.listener.Start();
        server.serving = server.ServeAsync(answers);
        return Task.FromResult(server);
    }

    /// <summary>Waits until the server has been asked this.</summary>
    public async Task HeardAsync(string request)
    {
        while (await heard.Reader.ReadAsync(end.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(10)) != request)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task ServeAsync(string[] answers)
    {
        using var client = await listener.AcceptTcpClientAsync(end.Token);
        using var reader = new StreamReader(client.GetStream());
        for (var i = 0; await reader.ReadLineAsync(end.Token) is { } line; i++)
        {
            await heard.Writer.WriteAsync(line, end.Token);
            // Latin 1, so that an answer can be told to hold any byte.
            if (i < answers.Length) await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(answers[i]), end.Token);
        }
    }
}
