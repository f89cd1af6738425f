using Snug.Tests.Running;

namespace Snug.Tests.Line;

public class LineDoorTests
{
    [Fact]
    public async Task What_one_says_everyone_reads_once()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");
        using var ethan = await server.EnterAsync("ethan");

        Assert.Equal("OK", await cindy.AskAsync("PUT: We had pizza last night."));
        Assert.Equal("OK", await ethan.AskAsync("PUT:How about spaghetti?"));

        const string both = "MSGS: <cindy>We had pizza last night. <ethan>How about spaghetti?";
        Assert.Equal(both, await cindy.AskAsync("GET"));
        Assert.Equal(both, await ethan.AskAsync("GET"));
        Assert.Equal("MSGS:", await ethan.AskAsync("GET"));
    }

    [Fact]
    public async Task A_buffer_begins_at_arrival()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");
        await cindy.AskAsync("PUT: before");

        using var ethan = await server.EnterAsync("ethan");
        await cindy.AskAsync("PUT: after");

        Assert.Equal("MSGS: <cindy>after", await ethan.AskAsync("GET"));
    }

    [Fact]
    public async Task Those_who_are_here_are_listed_by_name()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterAsync("ethan");
        using var cindy = await server.EnterAsync("Cindy");
        using var zoe = await server.EnterAsync("zoe");

        Assert.Equal("USERS: Cindy ethan zoe", await ethan.AskAsync("USERS"));
    }

    [Theory]
    [InlineData("cindy")]
    [InlineData("CINDY")]
    public async Task A_taken_name_is_refused_and_the_connection_closed(string name)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");
        using var second = await server.ConnectAsync();

        Assert.Equal($"ERROR: the name {name} is taken", await second.AskAsync(name));
        Assert.Null(await second.ReadLineAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("cin dy")]
    [InlineData("GET / HTTP/1.1")]
    [InlineData("\ufffe")]
    public async Task What_is_no_name_is_refused_and_the_connection_closed(string name)
    {
        await using var server = await TestServer.StartAsync();
        using var stranger = await server.ConnectAsync();

        Assert.StartsWith("ERROR: not a name", await stranger.AskAsync(name));
        Assert.Null(await stranger.ReadLineAsync());
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("get")]
    [InlineData("PUT hello")]
    [InlineData("")]
    public async Task Anything_else_is_a_farewell(string line)
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterAsync("ethan");
        using var cindy = await server.EnterAsync("cindy");

        Assert.StartsWith("ERROR: not a request", await cindy.AskAsync(line));
        // Who has read the farewell finds the name free.
        using (var again = await server.EnterAsync("cindy")) await again.AskAsync("bye");
        Assert.Null(await cindy.ReadLineAsync());

        await Eventually.Become(() => ethan.AskAsync("USERS"), users => users == "USERS: ethan");
        Assert.Equal("MSGS:", await ethan.AskAsync("GET"));
    }

    [Fact]
    public async Task A_client_that_vanishes_frees_its_name()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterAsync("ethan");
        var cindy = await server.EnterAsync("cindy");

        cindy.Socket.LingerState = new(enable: true, seconds: 0);
        cindy.Dispose();

        await Eventually.Become(() => ethan.AskAsync("USERS"), users => users == "USERS: ethan");
        using var again = await server.EnterAsync("cindy");
    }

    [Fact]
    public async Task One_who_says_all_and_half_closes_still_gets_the_answers()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.ConnectAsync();

        await cindy.SendAsync("cindy\nPUT: hi\nGET\nPUT: never ended");
        cindy.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);

        Assert.StartsWith("OK", await cindy.ReadLineAsync());
        Assert.Equal("OK", await cindy.ReadLineAsync());
        Assert.Equal("MSGS: <cindy>hi", await cindy.ReadLineAsync());
        Assert.Null(await cindy.ReadLineAsync());
    }

    [Fact]
    public async Task Nobody_can_speak_in_anothers_name()
    {
        await using var server = await TestServer.StartAsync();
        using var eve = await server.EnterAsync("eve");

        await eve.AskAsync("PUT: hi <cindy>I resign");

        Assert.Equal("MSGS: <eve>hi ‹cindy›I resign", await eve.AskAsync("GET"));
    }

    [Fact]
    public async Task Control_characters_never_pass()
    {
        await using var server = await TestServer.StartAsync();
        using var eve = await server.EnterAsync("eve");

        await eve.AskAsync("PUT: a\u001b[2J\u0007b\tc\rd\u0085e");

        Assert.Equal("MSGS: <eve>a[2Jb c d e", await eve.AskAsync("GET"));
    }

    [Fact]
    public async Task A_refused_message_leaves_the_connection()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");

        Assert.Equal("ERROR: the message is empty", await cindy.AskAsync("PUT:"));
        Assert.Equal("ERROR: the message is empty", await cindy.AskAsync("PUT:   "));
        Assert.Equal("ERROR: the message is empty", await cindy.AskAsync("PUT: \u202e\u200b\u3164"));
        await cindy.SendAsync([.. "PUT: "u8, 0xC3, (byte)'\n']);
        Assert.Equal("ERROR: the message is not UTF-8 text", await cindy.ReadLineAsync());
        Assert.StartsWith("ERROR: the message has 100 characters", await cindy.AskAsync("PUT: " + new string('x', 100)));

        Assert.Equal("MSGS:", await cindy.AskAsync("GET"));
    }

    [Fact]
    public async Task Ninety_nine_characters_are_counted_as_people_count_them()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");
        var ninetyNine = string.Concat(Enumerable.Repeat("😀", 99));

        Assert.Equal("OK", await cindy.AskAsync("PUT: " + ninetyNine));
        Assert.StartsWith("ERROR:", await cindy.AskAsync("PUT: " + ninetyNine + "x"));
        Assert.Equal("MSGS: <cindy>" + ninetyNine, await cindy.AskAsync("GET"));
    }

    [Fact]
    public async Task The_limit_is_the_operators()
    {
        await using var server = await TestServer.StartAsync(lineLimit: 5);
        using var cindy = await server.EnterAsync("cindy");

        Assert.Equal("OK", await cindy.AskAsync("PUT: 12345"));
        Assert.Equal("ERROR: the message has 6 characters, and at most 5 are allowed", await cindy.AskAsync("PUT: 123456"));
    }

    [Fact]
    public async Task The_operator_sees_how_many_connections_there_are_to_both_doors_together()
    {
        // In a process of its own: what is counted is counted for all servers of a process.
        using var data = new TempFolder();
        using var server = await ServerProcess.StartAsync(data.Path);
        using var http = new HttpClient();
        using var cindy = await EnterAsync("cindy");

        using (var ethan = await EnterAsync("ethan")) Assert.Equal(3, await CountAsync("snug_connections"));

        await Eventually.Become(() => CountAsync("snug_connections"), count => count == 2);
        Assert.InRange(await CountAsync("snug_connections_most"), 1, 50_000);

        async Task<LineSocket> EnterAsync(string name)
        {
            var socket = await LineSocket.ConnectAsync(server.LinePort);
            Assert.StartsWith("OK", await socket.AskAsync(name));
            return socket;
        }

        async Task<int> CountAsync(string metric)
        {
            var lines = (await http.GetStringAsync(server.HttpUrl + "/metrics")).Split('\n');
            return int.Parse(lines.Single(line => line.StartsWith(metric + " ", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
