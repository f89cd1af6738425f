using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Snug.Tests.Running;

/// <summary>One HTTP request written by hand on a connection of its own, of whose answer only so much is read.</summary>
internal static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static byte[] Get(string path, string? token) =>
        Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: snug\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n");

    public static byte[] Post(string path, string? token, string json) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: snug\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\nConnection: close\r\n\r\n{json}");

    /// <summary>Sends a request and reads its answer to the end, or until so many bytes of it have come; then the connection is gone.</summary>
    public static async Task<byte[]> AskAsync(int port, byte[] request, int atMost = int.MaxValue)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(request).WaitAsync(Patience);

        var read = new byte[Math.Min(atMost, 1024 * 1024)];
        var length = 0;
        while (length < read.Length && await socket.ReceiveAsync(read.AsMemory(length)).AsTask().WaitAsync(Patience) is > 0 and var more) length += more;
        // Closed without a farewell, as a cable that is pulled out: what the server still sends meets a reset.
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        return read[..length];
    }

    /// <summary>What stands behind the headers.</summary>
    public static string BodyOf(byte[] answer)
    {
        var text = Encoding.UTF8.GetString(answer);
        return text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
    }
}
