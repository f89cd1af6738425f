using System.Net;
using System.Net.Sockets;

namespace Snug.Tests.Many;

/// <summary>One connection that goes through a <see cref="CuttingProxy"/>.</summary>
internal sealed class ProxiedConnection(CuttingProxy proxy, Socket client) : IDisposable
{
    private readonly Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private volatile CuttingProxy.LossOrder? losing;

    /// <summary>Passes bytes both ways until either end has gone.</summary>
    /// <exception cref="SocketException">It broke, or was cut.</exception>
    public async Task RelayAsync(int port)
    {
        client.NoDelay = true;
        await server.ConnectAsync(IPAddress.Loopback, port);
        var ended = await Task.WhenAny(AskAsync(), AnswerAsync());
        Cut();
        await ended;
    }

    /// <summary>Ends both halves with a reset.</summary>
    public void Cut()
    {
        client.Close(timeout: 0);
        server.Close(timeout: 0);
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    private async Task AskAsync()
    {
        var buffer = new byte[64 * 1024];
        while (await client.ReceiveAsync(buffer) is var count and > 0)
        {
            await proxy.Thawed;
            losing ??= proxy.TakeOrder(buffer.AsMemory(0, count));
            await SendAsync(server, buffer.AsMemory(0, count));
        }
    }

    private async Task AnswerAsync()
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReceiveAsync(buffer) is var count and > 0)
        {
            await proxy.Thawed;
            if (losing is { } order)
            {
                order.Done.TrySetResult();
                return;
            }
            await SendAsync(client, buffer.AsMemory(0, count));
        }
    }

    private static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await to.SendAsync(bytes)..];
    }
}
