using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Snug.Bench.Tidying;
using Snug.Load.Measuring;

namespace Snug.Bench.Keeping;

/// <summary>How soon a server can serve, and what it takes when nobody is there: as it is given away, and as a checkout builds it.</summary>
internal static class Starting
{
    private const string Ready = "ready after ms", Published = "one file, a million messages";

    // For the server to be ready, and for one answer: until it listens nothing answers, and from then on in milliseconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), AnswerPatience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public static Scenario Scenario { get; } = new(
        "start", "Starting",
        "From when the program is started until GET /healthz is answered with 200, asked for every millisecond; its resident memory three seconds later; the size of the file. "
            + "One file is what ./snug publish makes; the other rows are what ./snug serve starts.",
        [new(Ready, "0"), new("MB idle", "0"), new("CPU ms until ready", "0"), new("MB on disk", "0")],
        [
            Row("one file, nothing yet", plan => [plan.Published], 0), Row(Published, plan => [plan.Published], 1_000_000),
            Row("dotnet, nothing yet", plan => ["dotnet", plan.Server], 0), Row("dotnet, a million messages", plan => ["dotnet", plan.Server], 1_000_000),
        ],
        [
            new("ready within 400 ms of the start, on a database of a million messages", round => round[Published, Ready], 400, "0", "ms"),
        ]) { Minutes = _ => 0.5 };

    private static Subject Row(string name, Func<Plan, string[]> program, int messages) => new(name, plan => MeasureAsync(program(plan), plan.IsQuick ? messages / 50 : messages));

    private static async Task<IReadOnlyList<double>> MeasureAsync(string[] program, int messages)
    {
        if (!File.Exists(program[^1])) throw new SubjectFailedException("it is made by ./snug publish server");

        using var empty = messages == 0 ? new TempFolder() : null;
        var (data, door) = (empty?.Path ?? LargeChat.Of(messages), FreeDoor());
        var began = TimeProvider.System.GetTimestamp();
        using var child = new Child(new(program[0], [.. program[1..], "serve", "--line", "off", "--http", door.ToString(), "--data", data])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        });
        while (!await IsReadyAsync(door))
        {
            if (child.Process.HasExited || TimeProvider.System.GetElapsedTime(began) > Patience) throw new SubjectFailedException("it did not start");
            await WaitAsync(TimeSpan.FromMilliseconds(1));
        }
        var (ready, watched) = (TimeProvider.System.GetElapsedTime(began), new WatchedProcesses([child.Process.Id]));
        var cpu = watched.Read().CpuSeconds * 1000;
        await WaitAsync(Settling);
        return [ready.TotalMilliseconds, watched.Read().ResidentKilobytes / 1024, cpu, program.Length == 1 ? new FileInfo(program[0]).Length / 1e6 : double.NaN];
    }

    private static async Task<bool> IsReadyAsync(IPEndPoint door)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var late = new CancellationTokenSource(AnswerPatience, TimeProvider.System);
        try
        {
            await socket.ConnectAsync(door, late.Token);
            await socket.SendAsync("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), late.Token);
            var answer = new byte[256];
            return answer.AsSpan(0, await socket.ReceiveAsync(answer, late.Token)).StartsWith("HTTP/1.1 200"u8);
        }
        catch (Exception notYet) when (notYet is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    // The system gives free ports out in turn: nobody else takes it in the moment until the server does.
    private static IPEndPoint FreeDoor()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Waits for a process, whose clock cannot be moved by hand.")]
    private static Task WaitAsync(TimeSpan time) => Task.Delay(time);
}
