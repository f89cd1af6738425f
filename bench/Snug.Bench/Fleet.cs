using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Snug.Bench.Tidying;

namespace Snug.Bench;

/// <summary>Servers in front of one PostgreSQL, and people who speak by them.</summary>
internal sealed partial class Fleet : IDisposable
{
    private static int people;

    private readonly List<ServerUnderTest> servers = [];
    private readonly NpgsqlDataSource admin;
    private readonly string database = $"snug_bench_{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8))}";
    private readonly IDisposable drop;

    private Fleet(string connection)
    {
        admin = NpgsqlDataSource.Create(connection);
        drop = Tidy.Make(() => Run($"CREATE DATABASE {database}"), _ => Run($"DROP DATABASE {database} WITH (FORCE)"), out _);
    }

    public List<Member> Senders { get; } = [];

    /// <summary>What the servers have used.</summary>
    public TimeSpan ServersCpu => servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.Cpu);

    /// <summary>What the servers have used, and PostgreSQL, whose processes all belong to the measuring.</summary>
    public TimeSpan Cpu => ServersCpu + PostgresCpu();

    /// <param name="assembly">The server.</param>
    /// <param name="connection">The connection string of some database, of a user who may make another: the chat's own, gone afterwards.</param>
    /// <param name="count">How many servers.</param>
    /// <param name="senders">How many people speak.</param>
    /// <param name="by">By how many of the servers.</param>
    public static async Task<Fleet> StartAsync(string assembly, string connection, int count, int senders, int by)
    {
        var fleet = new Fleet(connection);
        try
        {
            var own = new NpgsqlConnectionStringBuilder(connection) { Database = fleet.database }.ToString();
            for (var i = 0; i < count; i++) fleet.servers.Add(await ServerUnderTest.StartSnugAsync(assembly, "--database", own));
            foreach (var some in Enumerable.Range(0, senders).Chunk(50))
                fleet.Senders.AddRange(await Task.WhenAll(some.Select(i => fleet.EnterAsync("sender", i % by))));
            await fleet.SettleAsync();
            return fleet;
        }
        catch
        {
            fleet.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the servers have little to do, for a minute at most: one that has just started feeds its search index with what was said before.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("ApiDesign", "RS0030", Justification = "Watches processes, which no clock moves.")]
    private async Task SettleAsync()
    {
        for (var (tries, before) = (0, TimeSpan.Zero); tries < 120 && Cpu - before > TimeSpan.FromMilliseconds(100); tries++)
        {
            before = Cpu;
            await Task.Delay(500);
        }
    }

    public async Task<Member> EnterAsync(string name, int server)
    {
        using var http = new HttpClient { BaseAddress = servers[server].Url };
        using var entered = await http.PostAsJsonAsync("/api/session", new { name = $"{name}{Interlocked.Increment(ref people)}-{Environment.ProcessId}" });
        entered.EnsureSuccessStatusCode();
        var session = await entered.Content.ReadFromJsonAsync<JsonElement>();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(http.BaseAddress!.Host, http.BaseAddress.Port);
        return new(socket, session.GetProperty("token").GetString()!, session.GetProperty("next").GetString()!);
    }

    public void Dispose()
    {
        foreach (var sender in Senders) sender.Dispose();
        foreach (var server in servers) server.Dispose();
        drop.Dispose();
        admin.Dispose();
    }

    private int Run(string sql)
    {
        using var command = admin.CreateCommand(sql);
        return command.ExecuteNonQuery();
    }

    // utime, stime, and those of children that have ended, in clock ticks of 10 ms: fields 14 to 17 of /proc/PID/stat (proc(5)).
    private static TimeSpan PostgresCpu()
    {
        long ticks = 0;
        foreach (var process in Directory.GetDirectories("/proc"))
        {
            try
            {
                if (!File.Exists($"{process}/comm") || File.ReadAllText($"{process}/comm") != "postgres\n") continue;
                var fields = File.ReadAllText($"{process}/stat").Split(')')[1].Split(' ');
                ticks += fields[12..16].Sum(field => long.Parse(field, System.Globalization.CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }
        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    /// <summary>Somebody with a connection of their own, who asks one thing after the other.</summary>
    internal sealed partial class Member(Socket socket, string token, string cursor) : IDisposable
    {
        private readonly byte[] answer = new byte[1 << 20];
        private readonly SemaphoreSlim turn = new(1);

        /// <returns>Whether it was acknowledged; false when it came too fast.</returns>
        public async Task<bool> TrySayAsync(string text)
        {
            await turn.WaitAsync();
            try
            {
                var body = $$"""{"text":"{{text}}"}""";
                var said = await AskAsync($"POST /api/rooms/1/messages HTTP/1.1\r\nHost: snug\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}", default);
                return said.StartsWith("HTTP/1.1 201", StringComparison.Ordinal);
            }
            finally
            {
                turn.Release();
            }
        }

        /// <summary>Reads until it is stopped, and notes when each text came.</summary>
        public async Task ReadAsync(Dictionary<string, long> heard, CancellationToken stop)
        {
            try
            {
                while (true)
                {
                    var said = await AskAsync($"GET /api/events?since={cursor}&wait=50 HTTP/1.1\r\nHost: snug\r\nAuthorization: Bearer {token}\r\n\r\n", stop);
                    var now = TimeProvider.System.GetTimestamp();
                    foreach (Match text in Text().Matches(said)) heard.TryAdd(text.Groups[1].Value, now);
                    if (Next().Match(said) is { Success: true } next) cursor = next.Groups[1].Value;
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Enough.
            }
        }

        public void Dispose()
        {
            socket.Dispose();
            turn.Dispose();
        }

        // A whole answer: its head, and as much as the head announces.
        private async Task<string> AskAsync(string request, CancellationToken stop)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(request), stop);
            var (got, whole) = (0, int.MaxValue);
            while (got < whole)
            {
                var received = await socket.ReceiveAsync(answer.AsMemory(got), stop);
                if (received == 0) throw new InvalidOperationException("the server closed the connection");
                got += received;
                if (whole != int.MaxValue || answer.AsSpan(0, got).IndexOf("\r\n\r\n"u8) is not (>= 0 and var end)) continue;
                var head = Encoding.ASCII.GetString(answer, 0, end);
                whole = end + 4 + (Length().Match(head) is { Success: true } length ? int.Parse(length.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : head.Contains("chunked", StringComparison.Ordinal) ? 1 : 0);
                while (head.Contains("chunked", StringComparison.Ordinal) && !answer.AsSpan(0, got).EndsWith("0\r\n\r\n"u8)) got += await socket.ReceiveAsync(answer.AsMemory(got), stop);
                if (head.Contains("chunked", StringComparison.Ordinal)) break;
            }
            return Encoding.UTF8.GetString(answer, 0, got);
        }

        [GeneratedRegex("\"text\":\"(m[0-9]+\\.)\"")]
        private static partial Regex Text();

        [GeneratedRegex("\"next\":\"([^\"]+)\"")]
        private static partial Regex Next();

        [GeneratedRegex(@"Content-Length: (\d+)", RegexOptions.IgnoreCase)]
        private static partial Regex Length();
    }
}
