using System.Net;
using System.Net.Sockets;
using Snug.Tests.Running;

namespace Snug.Tests.Serving;

public class ServeTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_stops_the_server_cleanly(string signal)
    {
        using var data = new TempFolder();
        using var server = await ServerProcess.StartAsync(data.Path);
        using var cindy = await LineSocket.ConnectAsync(server.LinePort);
        await cindy.AskAsync("cindy");
        Assert.Equal("OK", await cindy.AskAsync("PUT: secret words"));

        var (exitCode, errors) = await server.StopAsync(signal);

        Assert.Equal(0, exitCode);
        Assert.Null(await cindy.ReadLineAsync());
        Assert.Matches(@"^\S+Z info  started Snug [^\n]*\n\S+Z info  stopped\n$", errors);
    }

    [Theory]
    [InlineData(new[] { "frobnicate" }, "\"frobnicate\" is not a command")]
    [InlineData(new string[0], "a command is missing")]
    public async Task A_command_that_there_is_not_is_told_as_such(string[] words, string reason)
    {
        var (exitCode, output, errors) = await ServerProcess.RunAsync(words);

        Assert.Equal((2, "", $"snug: {reason}; see ./snug --help\n"), (exitCode, output, errors));
    }

    [Fact]
    public async Task Help_tells_who_may_enter_by_a_word_that_can_be_said()
    {
        var (_, help, _) = await ServerProcess.RunAsync("serve", "--help");

        Assert.Contains("[default: open]", help);
    }

    [Fact]
    public async Task Verbose_tells_who_comes_and_goes_but_never_what_was_said()
    {
        using var data = new TempFolder();
        using var server = await ServerProcess.StartAsync(data.Path, "--verbose");
        using (var cindy = await LineSocket.ConnectAsync(server.LinePort))
        {
            await cindy.AskAsync("cindy");
            await cindy.AskAsync("PUT: secret words");
        }

        var (_, errors) = await server.StopAsync("TERM");

        Assert.Contains("cindy has left", errors);
        Assert.DoesNotContain("secret", errors);
    }

    [Fact]
    public async Task The_line_door_can_stay_closed()
    {
        using var data = new TempFolder();
        await using var host = new Snug.Server.Serving.ServerHost(
            new() { Line = null, Http = new(IPAddress.Loopback, 0), Data = data.Path }, TimeProvider.System);
        await host.StartAsync(default);
        using var http = new HttpClient();

        Assert.Null(host.Line);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"http://{host.Http}/healthz")).StatusCode);
    }

    [Fact]
    public async Task Off_is_a_word_for_the_line_door()
    {
        using var data = new TempFolder();
        await File.WriteAllTextAsync(data.File("file"), "");

        // Refused for its folder, and so for nothing else.
        var (exitCode, _, errors) = await ServerProcess.RunAsync("serve", "--line", "off", "--http", "127.0.0.1:0", "--data", data.File("file"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("snug: the data folder", errors);
    }

    [Fact]
    public async Task What_was_said_survives_a_restart()
    {
        using var data = new TempFolder();
        await using (var first = await TestServer.StartAsync(data: data))
        {
            using var cindy = await first.EnterAsync("cindy");
            await cindy.AskAsync("PUT: before");
        }

        await using var second = await TestServer.StartAsync(data: data);
        using var ethan = await second.EnterAsync("ethan");
        await ethan.AskAsync("PUT: after");

        Assert.Equal("MSGS: <ethan>after", await ethan.AskAsync("GET"));
        Assert.Equal(2, second.Service<Snug.Server.Events.ChatState>().Head);
    }

    [Fact]
    public async Task The_server_says_over_HTTP_that_it_is_well()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(server.HttpUrl + "/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(server.HttpUrl + "/nothing")).StatusCode);
    }

    [Theory]
    [InlineData("--frobnicate")]
    [InlineData("--line", "5450")]
    [InlineData("--http", "nowhere:80")]
    [InlineData("--line-limit", "0")]
    [InlineData("--data", "")]
    [InlineData("--url", "chat.example.org")]
    [InlineData("--url", "https://chat.example.org/path")]
    [InlineData("--http", "127.0.0.1:70000")]
    [InlineData("more")]
    public async Task A_wrong_word_is_one_line_and_exit_2(params string[] words)
    {
        var (exitCode, output, errors) = await ServerProcess.RunAsync(["serve", .. words]);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Matches("^snug: [^\n]+\n$", errors);
    }

    [Theory]
    [InlineData("--line", "--http")]
    [InlineData("--http", "--line")]
    public async Task A_port_in_use_is_one_line_and_exit_1(string door, string other)
    {
        using var data = new TempFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, _, errors) = await ServerProcess.RunAsync(
            "serve", door, taken.LocalEndpoint.ToString()!, other, "127.0.0.1:0", "--data", data.Path);

        Assert.Equal(1, exitCode);
        Assert.Matches($"^snug: [^\n]*{taken.LocalEndpoint}: address already in use\n$", errors);
    }

    [Fact]
    public async Task A_data_folder_in_use_or_not_a_folder_is_one_line_and_exit_1()
    {
        using var data = new TempFolder();
        await File.WriteAllTextAsync(data.File("file"), "");
        using var server = await ServerProcess.StartAsync(data.Path);

        foreach (var folder in new[] { data.Path, data.File("file") })
        {
            var (exitCode, _, errors) = await ServerProcess.RunAsync(
                "serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", "--data", folder);
            Assert.Equal(1, exitCode);
            Assert.Matches("^snug: the data folder [^\n]+\n$", errors);
        }
    }
}
