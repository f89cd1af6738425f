using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Snug.Client;

namespace Snug.Desktop.Tests.Model;

/// <summary>A server of the HTTP API whose every answer is the test's.</summary>
internal sealed class FakeApi : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<Asked> asked = Channel.CreateUnbounded<Asked>();

    public FakeApi()
    {
        listener.Start();
        Client = ChatClient.Resume(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), new Session
        {
            Token = "secret",
            User = new User { Id = 1, Name = "cindy" },
            Limits = new SessionLimits(MessageLength: 1000, UploadBytes: 1_000_000),
        });
        _ = AcceptAsync();
    }

    /// <summary>Speaks as cindy, whose id is 1.</summary>
    public ChatClient Client { get; }

    /// <summary>The next request, all of which has come, and which has not been answered yet.</summary>
    public Task<Asked> HearAsync() => asked.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public void Dispose()
    {
        Client.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        // Latin 1 has a character for each byte.
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var first = await reader.ReadLineAsync() ?? "";
        var headers = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } header) headers.Add(header.ToLowerInvariant());
        if (headers.Any(header => header.StartsWith("expect:", StringComparison.Ordinal))) await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
        await SkipBodyAsync(reader, headers);

        var request = new Asked(string.Join(' ', first.Split(' ').SkipLast(1)));
        await asked.Writer.WriteAsync(request);
        var (status, json) = await request.Answered;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status} Told\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\nConnection: close\r\n\r\n{json}"));
    }

    private static async Task SkipBodyAsync(StreamReader reader, List<string> headers)
    {
        const string Length = "content-length:";
        if (headers.Find(header => header.StartsWith(Length, StringComparison.Ordinal)) is { } length)
            _ = await reader.ReadBlockAsync(new char[int.Parse(length.AsSpan(Length.Length), CultureInfo.InvariantCulture)]);
        else if (headers.Contains("transfer-encoding: chunked"))
            while (await reader.ReadLineAsync() is not (null or "0")) { }
    }

    /// <param name="line">The method and the address.</param>
    internal sealed class Asked(string line)
    {
        private readonly TaskCompletionSource<(int Status, string Json)> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Line => line;

        public Task<(int Status, string Json)> Answered => answer.Task;

        public void Answer(string json, int status = 200) => answer.SetResult((status, json));
    }
}
