using System.Diagnostics;
using System.Text.Json;
using Snug.Tests.Running;

namespace Snug.Tests.Load;

public class BenchCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("--clients", "none")]
    [InlineData("--clients", "0")]
    [InlineData("--clients", "5", "--senders", "6")]
    [InlineData("--poll", "soon")]
    [InlineData("--poll", "1h")]
    [InlineData("--wait", "25")]
    [InlineData("--rooms", "10")]
    [InlineData("--rate", "-1")]
    [InlineData("--rate", "5", "--flood", "5")]
    [InlineData("--size", "10")]
    [InlineData("--size", "100")]
    [InlineData("--server", "127.0.0.1")]
    [InlineData("--server", "127.0.0.1:5450", "--url", "http://127.0.0.1:8080")]
    [InlineData("--url", "https://127.0.0.1:8080")]
    [InlineData("--url", "http://127.0.0.1:8080", "--poll", "1s", "--wait", "25")]
    [InlineData("--pid", "me")]
    [InlineData("--frobnicate")]
    public async Task A_wrong_flag_is_one_line_and_exit_2(params string[] words)
    {
        var (exitCode, output, errors) = await RunAsync(words);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches("^snug bench: [^\n]+; see ./snug bench --help\n$", errors);
    }

    [Fact]
    public async Task Help_tells_every_flag()
    {
        var (exitCode, output, errors) = await RunAsync("--help");

        Assert.Equal((0, ""), (exitCode, errors));
        foreach (var flag in new[] { "--server", "--url", "--clients", "--poll", "--wait", "--rate", "--flood", "--most", "--seconds", "--pid", "--json" })
            Assert.Contains(flag, output);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_one_line_and_exit_1()
    {
        var (exitCode, _, errors) = await RunAsync("--server", "127.0.0.1:1");

        Assert.Equal(1, exitCode);
        Assert.Equal("snug bench: client 1 of 1000 cannot come in: Connection refused\n", errors);
    }

    [Fact]
    public async Task A_server_of_this_machine_is_found_by_its_port_and_its_CPU_and_memory_told()
    {
        using var data = new TempFolder();
        using var server = await ServerProcess.StartAsync(data.Path);

        var (exitCode, output, errors) = await RunAsync(
            "--server", $"127.0.0.1:{server.LinePort}", "--clients", "50", "--poll", "100ms", "--rate", "20", "--seconds", "2s", "--warm-up", "0", "--json");

        Assert.Equal((0, ""), (exitCode, errors));
        var result = JsonDocument.Parse(output).RootElement;
        Assert.Equal(50 * result.GetProperty("said").GetInt64(), result.GetProperty("delivered").GetInt64());
        var told = result.GetProperty("server");
        Assert.Equal(1, told.GetProperty("processes").GetArrayLength());
        Assert.True(told.GetProperty("microsecondsPerPoll").GetDouble() > 0);
        Assert.InRange(told.GetProperty("megabytes").GetDouble(), 20, 2_000);
    }

    [Fact]
    public async Task The_table_is_for_people()
    {
        await using var server = await TestServer.StartAsync();

        var (exitCode, output, _) = await RunAsync("--url", server.HttpUrl, "--clients", "20", "--wait", "5", "--seconds", "1", "--warm-up", "0");

        Assert.Equal(0, exitCode);
        Assert.StartsWith($"20 clients in one room of 127.0.0.1:{server.HttpPort} over HTTP, waiting up to 5 s for news; 10 of them speak, 10 messages a second", output);
        Assert.Contains("deliveries, post→read", output);
        Assert.DoesNotContain("never came", output);
    }

    [Fact]
    public async Task Who_is_interrupted_leaves_first()
    {
        await using var server = await TestServer.StartAsync();
        using var watcher = await server.EnterHttpAsync("watcher");
        using var bench = Start("--url", server.HttpUrl, "--clients", "20", "--wait", "25", "--seconds", "600");
        try
        {
            await Eventually.Become(async () => (await watcher.GetAsync("/api/users")).Text, users => users.Split("bench-").Length == 21);

            using (var kill = Process.Start("kill", ["-INT", $"{bench.Id}"])) await kill.WaitForExitAsync();

            await bench.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            bench.Kill();
        }
        Assert.Equal(130, bench.ExitCode);
        Assert.DoesNotContain("bench-", (await watcher.GetAsync("/api/users")).Text);
    }

    private static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "snug-bench.dll"));
        foreach (var word in words) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words)
    {
        using var bench = Start(words);
        var errors = bench.StandardError.ReadToEndAsync();
        try
        {
            var output = await bench.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
            await bench.WaitForExitAsync().WaitAsync(Patience);
            return (bench.ExitCode, output, await errors);
        }
        finally
        {
            bench.Kill();
        }
    }
}
