using Snug.Protocol;
using Snug.Tests.Running;

namespace Snug.Tests.Line;

public class LineFramingTests
{
    private static readonly byte[] Talk = "cindy\r\nPUT: zwölf 🍕\nPUT:\r\nGET\r\nUSERS\nGET\nbye\n"u8.ToArray();

    private static readonly string[] Replies =
    [
        "OK", "OK", "ERROR: the message is empty", "MSGS: <cindy>zwölf 🍕", "USERS: cindy", "MSGS:", "ERROR: not a request",
    ];

    [Fact]
    public async Task Requests_may_arrive_split_at_every_byte()
    {
        await using var server = await TestServer.StartAsync();
        for (var at = 1; at < Talk.Length; at++)
        {
            using var cindy = await server.ConnectAsync();
            await cindy.SendAsync(Talk[..at]);
            // What one part holds whole is answered before the next is sent: the parts cannot melt into one.
            var whole = Talk[..at].Count(b => b == '\n');
            await AssertRepliesAsync(cindy, Replies[..whole]);
            await cindy.SendAsync(Talk[at..]);
            await AssertRepliesAsync(cindy, Replies[whole..]);
            Assert.Null(await cindy.ReadLineAsync());
            await FreeAsync(server);
        }
    }

    [Fact]
    public async Task Requests_may_arrive_byte_by_byte()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.ConnectAsync();

        foreach (var one in Talk) await cindy.SendAsync([one]);

        await AssertRepliesAsync(cindy, Replies);
    }

    [Fact]
    public async Task A_line_of_8_KiB_is_read_and_a_longer_one_ends_the_connection()
    {
        await using var server = await TestServer.StartAsync(lineLimit: 2_000);
        using var cindy = await server.EnterAsync("cindy");

        var longest = "PUT: " + new string('x', LineProtocol.MaxRequestBytes - 5);
        Assert.StartsWith("ERROR: the message has 8187 characters", await cindy.AskAsync(longest + "\r"));
        Assert.StartsWith("ERROR: a line may have at most 8192 bytes", await cindy.AskAsync(longest + "x"));
        Assert.Null(await cindy.ReadLineAsync());
    }

    [Fact]
    public async Task A_line_that_never_ends_is_not_gathered()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");

        await cindy.SendAsync(new string('x', LineProtocol.MaxRequestBytes + 2));

        Assert.StartsWith("ERROR: a line may have at most 8192 bytes", await cindy.ReadLineAsync());
        Assert.Null(await cindy.ReadLineAsync());
    }

    [Fact]
    public async Task Random_bytes_harm_nobody()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterAsync("ethan");
        var random = new Random(5450);

        for (var round = 0; round < 300; round++)
        {
            using var noise = await server.ConnectAsync();
            var bytes = new byte[random.Next(1, 20_000)];
            random.NextBytes(bytes);
            if (round % 3 == 0) bytes = [.. "noise\nPUT: "u8, .. bytes];
            try
            {
                await noise.SendAsync(bytes);
            }
            catch (System.Net.Sockets.SocketException)
            {
                // The server closed first, as it should.
            }
            if (round % 2 == 0) noise.Socket.LingerState = new(enable: true, seconds: 0);
        }

        Assert.Equal("OK", await ethan.AskAsync("PUT: still here"));
        // What was UTF-8 by chance, or by being short, was said; it cannot pass for somebody else's words.
        Assert.Contains(" <ethan>still here", await ethan.AskAsync("GET"));
        await Eventually.Become(() => ethan.AskAsync("USERS"), users => users == "USERS: ethan");
    }

    private static async Task AssertRepliesAsync(LineSocket socket, string[] expected)
    {
        foreach (var reply in expected) Assert.StartsWith(reply, await socket.ReadLineAsync());
    }

    private static async Task FreeAsync(TestServer server)
    {
        using var witness = await server.EnterAsync("witness");
        await Eventually.Become(() => witness.AskAsync("USERS"), users => users == "USERS: witness");
        await witness.AskAsync("bye");
        Assert.Null(await witness.ReadLineAsync());
        await Eventually.Become(() => Task.FromResult(server.Service<Snug.Server.Talk.LineTalk>().WhoIsHere().Count), count => count == 0);
    }
}
