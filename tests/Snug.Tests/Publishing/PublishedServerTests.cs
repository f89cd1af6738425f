using System.Diagnostics;
using Snug.Tests.Running;

namespace Snug.Tests.Publishing;

/// <summary>The server as it is given away: one file, alone in a folder. It is made once, in the form that takes half a minute.</summary>
public sealed class PublishedServerTests(PublishedServerTests.Published published) : IClassFixture<PublishedServerTests.Published>
{
    [Fact]
    public async Task It_needs_no_file_beside_it_to_serve_the_page_the_API_and_what_is_found_in_messages()
    {
        using var data = new TempFolder();
        using var server = await ServerProcess.StartPublishedAsync(published.Program, data.Path);
        using var http = new HttpClient();
        using var cindy = await ChatUser.EnterAsync(server.HttpUrl, "cindy");
        await cindy.SayAsync("We had pizza last night.");

        var page = await http.GetStringAsync(server.HttpUrl);
        var found = await cindy.GetAsync("/api/search?q=pizza");

        Assert.Equal([published.Program], Directory.GetFiles(Path.GetDirectoryName(published.Program)!));
        Assert.Contains("<div id=\"app\">", page);
        Assert.NotEmpty(await http.GetByteArrayAsync(server.HttpUrl + "/" + System.Text.RegularExpressions.Regex.Match(page, "/(assets/[^\"]+)\"").Groups[1].Value));
        Assert.Contains("\"/api/rooms/{id}/messages\"", await http.GetStringAsync(server.HttpUrl + "/openapi/v1.json"));
        Assert.Contains("snug_sessions 1", await http.GetStringAsync(server.HttpUrl + "/metrics"));
        Assert.Single(found.Is(200).Body["messages"]!.AsArray());
        Assert.Contains("  desktop  snug-desktop NAME --url http://", server.Banner);
        Assert.Equal((0, ""), OfLog(await server.StopAsync("TERM")));
    }

    [Fact]
    public async Task Its_operator_makes_admins_and_invites_with_it_whether_it_runs_or_not()
    {
        using var data = new TempFolder();
        using var server = await ServerProcess.StartPublishedAsync(published.Program, data.Path);

        var running = await ServerProcess.RunPublishedAsync(published.Program, "admin", "cindy", "--data", data.Path);
        await server.StopAsync("TERM");
        var stopped = await ServerProcess.RunPublishedAsync(published.Program, "invite", "--data", data.Path);

        Assert.Equal(0, running.ExitCode);
        Assert.StartsWith("cindy is an admin now", running.Output);
        Assert.Equal(0, stopped.ExitCode);
        Assert.Contains("Good until", stopped.Output);
    }

    [Fact]
    public async Task It_says_what_it_is_and_how_it_is_called()
    {
        var version = await ServerProcess.RunPublishedAsync(published.Program, "--version");
        var help = await ServerProcess.RunPublishedAsync(published.Program, "--help");
        var copy = await ServerProcess.RunPublishedAsync(published.Program, "copy", "--help");
        var wrong = await ServerProcess.RunPublishedAsync(published.Program, "frobnicate");

        Assert.Equal((0, $"snug {typeof(Snug.Server.Serving.ServerHost).Assembly.GetName().Version!.ToString(3)}\n"), (version.ExitCode, version.Output));
        Assert.Contains("snug-server [command]", help.Output);
        Assert.Equal(0, copy.ExitCode);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Matches("^snug: [^\n]+; see snug-server --help\n$", wrong.Errors);
    }

    // What it logs is no error.
    private static (int ExitCode, string Errors) OfLog((int ExitCode, string Errors) ended) =>
        (ended.ExitCode, string.Concat(ended.Errors.Split('\n').Where(line => line.Length > 0 && !line.Contains(" info ", StringComparison.Ordinal))));

    public sealed class Published : IAsyncLifetime
    {
        // Half a minute on a machine that has nothing else to do.
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

        private readonly TempFolder folder = new();

        public string Program => folder.File("snug-server");

        public async ValueTask InitializeAsync()
        {
            using var publish = Process.Start(new ProcessStartInfo(Repository.PathOf("snug"), ["publish", "server", "--quick", "--to", folder.Path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = publish.StandardError.ReadToEndAsync();
            try
            {
                await publish.WaitForExitAsync().WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                publish.Kill(entireProcessTree: true);
                throw;
            }
            Assert.True(publish.ExitCode == 0, await said);
        }

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return default;
        }
    }
}
