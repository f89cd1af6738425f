using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Snug.Bench;

/// <summary>Several servers in front of one PostgreSQL, all on this machine: what they acknowledge together, how soon one shows what was said on another, what a message costs.</summary>
internal static class ManyServers
{
    // A session may post 50 times a second for long, and 500 times at once.
    private const int Senders = 2_000, InFlight = 512;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    // A server's code is compiled as it is first used, and better after a while.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(string assembly, string database)
    {
        Console.WriteLine($"as fast as acknowledged: {Senders} sessions, {InFlight} posts under way, {Duration.TotalSeconds:0} s; CPU of servers and PostgreSQL");
        Console.WriteLine("servers   acknowledged/s   CPU µs a message: servers  PostgreSQL  those who ask");
        var rates = new Dictionary<int, List<double>> { [1] = [], [3] = [] };
        for (var round = 0; round < 3; round++)
            foreach (var count in rates.Keys)
                rates[count].Add(await FloodAsync(assembly, database, count));
        Console.WriteLine($"three servers acknowledge {Spread.Of(rates[3]).Median / Spread.Of(rates[1]).Median:0.00} times what one does (medians of three pairs)");

        Console.WriteLine("three servers, paced: milliseconds from the acknowledgement by one until another has answered a waiting reader with it");
        Console.WriteLine("posts/s   median   99 %   most   CPU µs a message");
        foreach (var rate in new[] { 50, 200, 1_000, 2_000 }) await PaceAsync(assembly, database, rate);
        return 0;
    }

    private static async Task<double> FloodAsync(string assembly, string database, int count)
    {
        using var fleet = await Fleet.StartAsync(assembly, database, count, Senders, by: count);
        await SpeakAsync(fleet, WarmUp);
        var (cpu, servers, own, start) = (fleet.Cpu, fleet.ServersCpu, Environment.CpuUsage.TotalTime, TimeProvider.System.GetTimestamp());
        var acknowledged = await SpeakAsync(fleet, Duration);
        var rate = acknowledged / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        (cpu, servers, own) = (fleet.Cpu - cpu, fleet.ServersCpu - servers, Environment.CpuUsage.TotalTime - own);
        Console.WriteLine($"{count,7} {rate,16:0} {servers.TotalMicroseconds / acknowledged,27:0} {(cpu - servers).TotalMicroseconds / acknowledged,11:0} {own.TotalMicroseconds / acknowledged,14:0}");
        return rate;
    }

    // All speak as fast as they are answered; returns how many messages were acknowledged.
    private static async Task<int> SpeakAsync(Fleet fleet, TimeSpan duration)
    {
        using var gate = new SemaphoreSlim(InFlight);
        var (start, acknowledged) = (TimeProvider.System.GetTimestamp(), 0);
        await Task.WhenAll(fleet.Senders.Select(async sender =>
        {
            while (TimeProvider.System.GetElapsedTime(start) < duration)
            {
                await gate.WaitAsync();
                try
                {
                    if (await sender.TrySayAsync("How about spaghetti tonight, or is it pizza again?")) Interlocked.Increment(ref acknowledged);
                }
                finally
                {
                    gate.Release();
                }
            }
        }));
        return acknowledged;
    }

    private static async Task PaceAsync(string assembly, string database, int rate)
    {
        using var fleet = await Fleet.StartAsync(assembly, database, 3, senders: Math.Max(100, rate / 10), by: 2);
        using var stop = new CancellationTokenSource();
        var reader = await fleet.EnterAsync("reader", server: 2);
        var heard = new Dictionary<string, long>();
        var reading = reader.ReadAsync(heard, stop.Token);

        var (cpu, start, said) = (fleet.Cpu, TimeProvider.System.GetTimestamp(), new List<Task<(string Text, long At)>>());
        var first = (int)(rate * WarmUp.TotalSeconds);
        for (var i = 0; i < first + rate * Duration.TotalSeconds; i++)
        {
            if (i == first) cpu = fleet.Cpu;
            var due = TimeSpan.FromSeconds((double)i / rate) - TimeProvider.System.GetElapsedTime(start);
            if (due > TimeSpan.Zero) await WaitAsync(due);
            // The reader's own server takes no posts: each message comes from another one.
            said.Add(SayAsync(fleet.Senders[i % fleet.Senders.Count], i.ToString(CultureInfo.InvariantCulture)));
        }
        var posted = (await Task.WhenAll(said))[first..];
        var spent = fleet.Cpu - cpu;
        await WaitAsync(TimeSpan.FromSeconds(1));
        await stop.CancelAsync();
        await reading;

        var late = posted.Select(one => Math.Max(0, TimeProvider.System.GetElapsedTime(one.At, heard[$"m{one.Text}."]).TotalMilliseconds)).Order().ToList();
        Console.WriteLine($"{rate,7} {Spread.Within(late, 0.5),8:0.0} {Spread.Within(late, 0.99),6:0.0} {late[^1],6:0.0} {spent.TotalMicroseconds / posted.Length,18:0}");
    }

    private static async Task<(string Text, long At)> SayAsync(Fleet.Member sender, string text)
    {
        if (!await sender.TrySayAsync($"m{text}.")) throw new InvalidOperationException("a paced post was refused");
        return (text, TimeProvider.System.GetTimestamp());
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "It keeps a pace, which is time itself.")]
    private static Task WaitAsync(TimeSpan time) => Task.Delay(time);
}
