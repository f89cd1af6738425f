using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Snug.Tests.Running;

/// <summary>A line client that can do everything wrong. Every wait is bounded.</summary>
internal sealed class LineSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly byte[] buffer = new byte[64 * 1024];
    private int start, end;

    private LineSocket(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    public static async Task<LineSocket> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new LineSocket(socket);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await Socket.SendAsync(bytes).WaitAsync(Patience);

    /// <summary>Sends one line and returns the reply line.</summary>
    public async Task<string?> AskAsync(string line)
    {
        await SendAsync(line + "\n");
        return await ReadLineAsync();
    }

    /// <summary>The next line, or null at the end of the connection.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var line = new List<byte>();
        while (true)
        {
            var lineEnd = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            line.AddRange(buffer.AsSpan(start, lineEnd < 0 ? end - start : lineEnd));
            if (lineEnd >= 0)
            {
                start += lineEnd + 1;
                return Encoding.UTF8.GetString([.. line]);
            }
            start = 0;
            end = await ReceiveAsync();
            if (end == 0) return line.Count == 0 ? null : throw new InvalidDataException("the connection ended within a line");
        }
    }

    public void Dispose() => Socket.Dispose();

    private async Task<int> ReceiveAsync()
    {
        try
        {
            return await Socket.ReceiveAsync(buffer).WaitAsync(Patience);
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
