using System.Net;
using System.Net.Sockets;

namespace Snug.Tests.Load;

/// <summary>A server of the line protocol for one client, who hears what it said; before each acknowledgement something happens.</summary>
internal sealed class DelayingServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Action beforeAcknowledging;

    public DelayingServer(Action beforeAcknowledging)
    {
        this.beforeAcknowledging = beforeAcknowledging;
        listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\n" };
        var buffer = "";
        for (var isIn = false; await reader.ReadLineAsync() is { } line; isIn = true)
        {
            if (!isIn)
            {
                await writer.WriteLineAsync("OK");
            }
            else if (line == "GET")
            {
                await writer.WriteLineAsync($"MSGS:{buffer}");
                buffer = "";
            }
            else
            {
                buffer += $" <somebody>{line["PUT: ".Length..]}";
                beforeAcknowledging();
                await writer.WriteLineAsync("OK");
            }
        }
    }
}
