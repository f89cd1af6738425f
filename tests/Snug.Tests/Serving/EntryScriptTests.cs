using System.Diagnostics;
using Snug.Tests.Running;

namespace Snug.Tests.Serving;

public class EntryScriptTests
{
    [Fact]
    public async Task Help_names_every_command()
    {
        var (exitCode, output, errors) = await RunAsync("--help");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("serve", output);
        Assert.Contains("join", output);
    }

    [Fact]
    public async Task Version_is_the_programs()
    {
        var (exitCode, output, _) = await RunAsync("--version");

        var version = typeof(Snug.Server.Serving.ServerHost).Assembly.GetName().Version!;
        Assert.Equal((0, $"snug {version.ToString(3)}\n"), (exitCode, output));
    }

    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("--frobnicate")]
    public async Task A_wrong_word_is_one_line_and_exit_2(params string[] words)
    {
        var (exitCode, output, errors) = await RunAsync(words);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches("^snug: [^\n]+\n$", errors);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo(Repository.PathOf("snug"), words) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
