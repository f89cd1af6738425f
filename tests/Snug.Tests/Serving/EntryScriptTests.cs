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
        Assert.Contains("copy", output);
        Assert.Contains("bench", output);
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

    [Theory]
    [InlineData(null)]
    [InlineData("18.20.0")]
    [InlineData("20.18.3")]
    public async Task Without_a_Node_that_builds_the_page_one_line_says_so(string? node)
    {
        using var checkout = new TempFolder();
        File.Copy(Repository.PathOf("snug"), checkout.File("snug"));
        foreach (var tool in new[] { "bash", "dirname", "find", "head" }) Link(checkout, tool, tool);
        Link(checkout, "dotnet", "false");
        if (node is not null) Link(checkout, "node", "node");
        await File.WriteAllTextAsync(checkout.File("old.cjs"), $"Object.defineProperty(process, 'versions', {{ value: {{ node: '{node}' }} }})");

        var (exitCode, output, errors) = await RunAsync(
            checkout.File("snug"), new Dictionary<string, string> { ["PATH"] = checkout.Path, ["NODE_OPTIONS"] = $"--require {checkout.File("old.cjs")}" }, "serve");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Matches("^snug: Node 20.19 [^\n]+ https://nodejs.org\n$", errors);
    }

    // Lets the script find one of this machine's programs.
    private static void Link(TempFolder folder, string name, string program) => File.CreateSymbolicLink(
        folder.File(name), Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(place => Path.Combine(place, program)).First(File.Exists));

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words) => RunAsync(Repository.PathOf("snug"), [], words);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string script, Dictionary<string, string> environment, params string[] words)
    {
        var start = new ProcessStartInfo(script, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
