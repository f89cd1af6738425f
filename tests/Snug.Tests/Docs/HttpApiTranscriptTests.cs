using System.Diagnostics;
using System.Text.RegularExpressions;
using Snug.Tests.Running;

namespace Snug.Tests.Docs;

/// <summary>
/// Runs the commands of docs/http-api.md, all of them in order, against one real server. In a <c>console</c> block a line
/// that begins with <c>$ </c> is a command, the line behind it what it prints; <c>…</c> stands for anything.
/// </summary>
public partial class HttpApiTranscriptTests
{
    [Fact]
    public async Task Every_command_answers_as_documented()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl") || Environment.GetEnvironmentVariable("CI") is not null, "curl is not installed");
        await using var server = await TestServer.StartAsync();
        using var folder = new TempFolder();
        var commands = ReadCommands();
        Assert.True(commands.Count > 20);

        foreach (var (command, expected) in commands)
        {
            var printed = await RunAsync(command.Replace("http://127.0.0.1:8080", server.HttpUrl, StringComparison.Ordinal), folder.Path);
            var pattern = "^" + Regex.Escape(expected).Replace("…", ".*", StringComparison.Ordinal) + "$";
            Assert.True(Regex.IsMatch(printed, pattern, RegexOptions.Singleline), $"{command}\nprinted  {printed}\nexpected {expected}");
        }
    }

    private static List<(string Command, string Expected)> ReadCommands() =>
        [.. Block().Matches(File.ReadAllText(Repository.PathOf("docs/http-api.md")))
            .SelectMany(block => Command().Matches(block.Groups[1].Value))
            .Select(command => (command.Groups[1].Value, command.Groups[2].Value))];

    private static async Task<string> RunAsync(string command, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync();
        return printed;
    }

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\$ (.+)\n(.+)\n", RegexOptions.Multiline)]
    private static partial Regex Command();
}
