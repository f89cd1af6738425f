using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Snug.Bench;

/// <summary>How long a message takes to reach everyone of a crowd that waits for it in one room.</summary>
internal static class WaitingCrowd
{
    private const int Messages = 5;

    public static async Task<int> RunAsync(string assembly, int readers)
    {
        await using var server = await ServerUnderTest.StartSnugAsync(assembly);
        using var http = new HttpClient { BaseAddress = server.Url };
        var empty = server.ResidentMegabytes;
        var crowd = new List<Reader>();
        foreach (var some in Enumerable.Range(0, readers).Chunk(50))
            crowd.AddRange(await Task.WhenAll(some.Select(i => Reader.EnterAsync(http, $"reader{i}"))));
        var writer = await Reader.EnterAsync(http, "writer");

        Console.WriteLine($"{readers} readers wait in one room; milliseconds from the post to its answer, and to readers");
        Console.WriteLine("message   posted   half   99 %   all   server CPU ms   resident MB");
        for (var message = 1; message <= Messages; message++)
        {
            var began = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            var waits = crowd.ConvertAll(reader => reader.WaitAsync(began.Task));
            await Task.WhenAll(crowd.Select(reader => reader.Asked));
            await WaitUntilAllWaitAsync(http, readers);

            var (cpu, start) = (server.Cpu, TimeProvider.System.GetTimestamp());
            began.SetResult(start);
            await writer.SayAsync(http, $"message {message}");
            var posted = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            var arrived = (await Task.WhenAll(waits)).Order().ToList();
            Console.WriteLine(
                $"{message,7} {posted,8:0} {arrived[readers / 2],6:0} {arrived[(int)(readers * 0.99)],6:0} {arrived[^1],5:0} {(server.Cpu - cpu).TotalMilliseconds,15:0} {server.ResidentMegabytes,13:0}");
        }
        Console.WriteLine($"resident: {empty:0} MB before the crowd came, so {(server.ResidentMegabytes - empty) * 1024 / readers:0.0} KB for each waiting reader");
        foreach (var reader in crowd) reader.Dispose();
        return 0;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Asks a server in another process, whose clock cannot be moved by hand.")]
    private static async Task WaitUntilAllWaitAsync(HttpClient http, int readers)
    {
        while (!(await http.GetStringAsync("/metrics")).Contains($"\nsnug_waits {readers}\n", StringComparison.Ordinal)) await Task.Delay(20);
    }

    private sealed class Reader(Socket socket, string token, string cursor) : IDisposable
    {
        private readonly byte[] answer = new byte[2048];
        private TaskCompletionSource asked = new();

        public Task Asked => asked.Task;

        public static async Task<Reader> EnterAsync(HttpClient http, string name)
        {
            using var entered = await http.PostAsJsonAsync("/api/session", new { name });
            var session = await entered.Content.ReadFromJsonAsync<JsonElement>();
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(http.BaseAddress!.Host, http.BaseAddress.Port);
            return new Reader(socket, session.GetProperty("token").GetString()!, session.GetProperty("next").GetString()!);
        }

        public async Task SayAsync(HttpClient http, string text)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/rooms/1/messages") { Content = JsonContent.Create(new { text }) };
            request.Headers.Authorization = new("Bearer", token);
            (await http.SendAsync(request)).EnsureSuccessStatusCode();
        }

        /// <summary>Waits for news and returns how many milliseconds after the beginning they came.</summary>
        public async Task<double> WaitAsync(Task<long> began)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"GET /api/events?since={cursor}&wait=50 HTTP/1.1\r\nHost: {socket.RemoteEndPoint}\r\nAuthorization: Bearer {token}\r\n\r\n"));
            asked.TrySetResult();
            var got = 0;
            while (!answer.AsSpan(0, got).EndsWith("\"}"u8))
            {
                var received = await socket.ReceiveAsync(answer.AsMemory(got));
                if (received == 0) throw new InvalidOperationException("the server closed the connection");
                got += received;
            }
            asked = new();
            cursor = Encoding.ASCII.GetString(answer, 0, got).Split("\"next\":\"")[1].Split('"')[0];
            return TimeProvider.System.GetElapsedTime(await began).TotalMilliseconds;
        }

        public void Dispose() => socket.Dispose();
    }
}
