using System.Net;
using System.Net.Sockets;

namespace Snug.Tests.Client;

/// <summary>
/// Stands between a client and a server and ends connections within answers: each after as many bytes of answers as the script has
/// for it, so a request arrives and its answer does not, or not in full.
/// </summary>
internal sealed class CuttingRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Uri server;
    private readonly int[] script;
    private readonly Task accepting;
    private int connections;

    /// <param name="server">Where the server is.</param>
    /// <param name="script">For each connection, after how many bytes of answers it is cut; those that come later are not cut.</param>
    public CuttingRelay(string server, params int[] script)
    {
        (this.server, this.script) = (new Uri(server), script);
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Url => new($"http://{listener.LocalEndpoint}");

    /// <summary>How many connections were cut.</summary>
    public int Cuts { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync(end.Token);
            var left = connections < script.Length ? script[connections] : int.MaxValue;
            connections++;
            _ = RelayAsync(client, left);
        }
    }

    private async Task RelayAsync(TcpClient client, int left)
    {
        using (client)
        using (var upstream = new TcpClient())
        {
            await upstream.ConnectAsync(server.Host, server.Port, end.Token);
            var asking = client.GetStream().CopyToAsync(upstream.GetStream(), end.Token);
            await AnswerAsync(upstream.GetStream(), client.GetStream(), left);
            client.LingerState = new LingerOption(true, 0);
            client.Close();
            upstream.Close();
            await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to, int left)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, end.Token) is var count and > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, Math.Min(count, left)), end.Token);
            left -= count;
            if (left > 0) continue;
            Cuts++;
            return;
        }
    }
}
