using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Snug.Client;

namespace Snug.Desktop.Tests.Model;

/// <summary>A line server on a real socket whose every answer is the test's.</summary>
internal sealed class FakeServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public FakeServer() => listener.Start();

    public Task<LineConnection> ConnectAsync(TimeProvider time, CancellationToken cancel) => LineConnection.ConnectAsync(
        "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, "cindy", new LineOptions { Time = time }, cancel);

    /// <summary>The next client, whose name has been read and not yet been answered.</summary>
    public async Task<Talk> AcceptAsync()
    {
        var talk = new Talk(await listener.AcceptTcpClientAsync());
        Assert.Equal("cindy", await talk.HearAsync());
        return talk;
    }

    public void Dispose() => listener.Dispose();

    internal sealed class Talk : IDisposable
    {
        private readonly TcpClient client;
        private readonly Channel<string> heard = Channel.CreateUnbounded<string>();

        public Talk(TcpClient client)
        {
            this.client = client;
            _ = ListenAsync();
        }

        /// <summary>How many requests have come that the test has not yet looked at.</summary>
        public int Unheard => heard.Reader.Count;

        public async Task<string> HearAsync() => await heard.Reader.ReadAsync();

        public async Task AnswerAsync(string line) => await client.GetStream().WriteAsync(System.Text.Encoding.UTF8.GetBytes(line + "\n"));

        public async Task ExchangeAsync(string request, string answer)
        {
            Assert.Equal(request, await HearAsync());
            await AnswerAsync(answer);
        }

        public async Task PollAsync(string messages = "", string users = " cindy")
        {
            await ExchangeAsync("GET", "MSGS:" + messages);
            await ExchangeAsync("USERS", "USERS:" + users);
        }

        public void Dispose() => client.Dispose();

        private async Task ListenAsync()
        {
            using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
            try
            {
                while (await reader.ReadLineAsync() is { } line) heard.Writer.TryWrite(line);
            }
            catch (Exception gone) when (gone is IOException or ObjectDisposedException)
            {
                // The test, or the client, has hung up.
            }
        }
    }
}
