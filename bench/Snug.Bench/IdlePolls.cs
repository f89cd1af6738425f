using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Snug.Bench;

/// <summary>What a poll costs that finds nothing: CPU and memory of the server, beside an endpoint that only says 204.</summary>
internal static class IdlePolls
{
    private const int Connections = 100, Polls = 200_000, Rounds = 5;

    public static async Task<int> RunAsync(string assembly)
    {
        using var http = new HttpClient();
        await using var snug = await ServerUnderTest.StartSnugAsync(assembly);
        await using var baseline = await ServerUnderTest.StartBaselineAsync();
        using var entered = await http.PostAsJsonAsync(new Uri(snug.Url, "/api/session"), new { name = "reader" });
        var session = await entered.Content.ReadFromJsonAsync<JsonElement>();
        var request = Encoding.ASCII.GetBytes(
            $"GET /api/events?since={session.GetProperty("next").GetString()} HTTP/1.1\r\nHost: {snug.Url.Authority}\r\n" +
            $"Authorization: Bearer {session.GetProperty("token").GetString()}\r\nUser-Agent: bench\r\nAccept: application/json\r\n\r\n");

        // The first rounds run code that is still being compiled.
        await MeasureAsync(snug, http, request);
        await MeasureAsync(baseline, http, request);
        var ratios = new List<double>();
        Console.WriteLine($"{Polls} polls over {Connections} connections a round; µs of CPU and bytes allocated for each");
        Console.WriteLine("round   snug µs   204 µs   ratio   snug bytes   204 bytes");
        for (var round = 1; round <= Rounds; round++)
        {
            var ours = await MeasureAsync(snug, http, request);
            var theirs = await MeasureAsync(baseline, http, request);
            ratios.Add(ours.Micros / theirs.Micros);
            Console.WriteLine($"{round,5} {ours.Micros,9:0.0} {theirs.Micros,8:0.0} {ratios[^1],7:0.00} {ours.Bytes,12:0} {theirs.Bytes,11:0}");
        }
        ratios.Sort();
        Console.WriteLine($"ratio: least {ratios[0]:0.00}, median {ratios[Rounds / 2]:0.00}, most {ratios[^1]:0.00}");
        return 0;
    }

    private static async Task<(double Micros, double Bytes)> MeasureAsync(ServerUnderTest server, HttpClient http, byte[] request)
    {
        var (cpu, bytes) = (server.Cpu, await server.AllocatedAsync(http));
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => PollAsync(server.Url, request, Polls / Connections))));
        var spent = server.Cpu - cpu;
        return (spent.TotalMicroseconds / Polls, (await server.AllocatedAsync(http) - bytes) / Polls);
    }

    private static async Task PollAsync(Uri url, byte[] request, int times)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(url.Host, url.Port);
        var answer = new byte[4096];
        for (var i = 0; i < times; i++)
        {
            await socket.SendAsync(request);
            var got = 0;
            do
            {
                var received = await socket.ReceiveAsync(answer.AsMemory(got));
                if (received == 0) throw new InvalidOperationException("the server closed the connection");
                got += received;
            }
            while (!answer.AsSpan(0, got).EndsWith("\r\n\r\n"u8));
            if (!answer.AsSpan(0, got).StartsWith("HTTP/1.1 204"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(answer, 0, got));
        }
    }
}
