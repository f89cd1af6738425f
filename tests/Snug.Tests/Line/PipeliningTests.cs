using System.Net.Sockets;
using System.Text;
using Snug.Server.Doors.Line;
using Snug.Server.Metrics;
using Snug.Tests.Running;

namespace Snug.Tests.Line;

/// <summary>Clients that ask much before they read, and what becomes of it when somebody stops.</summary>
public class PipeliningTests
{
    [Fact]
    public async Task A_thousand_requests_at_once_are_answered_in_order_and_each_after_what_was_said_before_it()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");
        const int rounds = 250;

        await cindy.SendAsync(string.Concat(Enumerable.Range(0, rounds).Select(i => $"PUT: message {i}\nGET\nUSERS\nGET\n")));

        for (var i = 0; i < rounds; i++)
        {
            Assert.Equal("OK", await cindy.ReadLineAsync());
            Assert.Equal($"MSGS: <cindy>message {i}", await cindy.ReadLineAsync());
            Assert.Equal("USERS: cindy", await cindy.ReadLineAsync());
            Assert.Equal("MSGS:", await cindy.ReadLineAsync());
        }
    }

    [Fact]
    public async Task One_who_reads_only_when_nothing_more_is_taken_gets_every_answer()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");

        var requests = AskUntilHeldBack(cindy.Socket);

        for (var i = 0; i < requests; i++) Assert.Equal(i % 2 == 0 ? "MSGS:" : "USERS: cindy", await cindy.ReadLineAsync());
        // What was cut off by the full socket is a part of a request; its end makes it whole, or something that is none.
        Assert.NotNull(await cindy.AskAsync(""));
    }

    [Fact]
    public async Task What_is_left_of_the_requests_of_one_whom_the_server_has_let_go_is_no_work_any_more()
    {
        var time = new ManualTime();
        // On a disk of its own: who writes to PostgreSQL waits for seconds at most, never until they are let go.
        await using var server = await TestServer.StartAsync(time, with: options => options with { Database = null });
        using var ethan = await server.EnterAsync("ethan");
        using var hasty = await server.EnterAsync("hasty");
        using var writer = new HeldWriter(server.Service<ChatMeter>());

        await hasty.SendAsync("PUT: hello\n" + string.Concat(Enumerable.Repeat("GET\n", 1_000)));
        await Eventually.Become(() => Task.FromResult(writer.Holds), holds => holds);
        time.Advance(TimeSpan.FromMinutes(4));
        await ethan.AskAsync("USERS");
        time.Advance(TimeSpan.FromMinutes(2));
        writer.LetGo();

        await Eventually.Become(() => ethan.AskAsync("USERS"), users => users == "USERS: ethan");
        Assert.Equal(0, writer.Polls);
    }

    [Fact]
    public async Task What_has_arrived_is_answered_before_the_server_stops()
    {
        var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");
        using var silent = await server.EnterAsync("silent");
        using var nameless = await server.ConnectAsync();
        using var half = await server.EnterAsync("half");
        await half.SendAsync("PUT: never en");
        const int requests = 10_000;

        await cindy.SendAsync("PUT: the last word\n" + string.Concat(Enumerable.Repeat("GET\n", requests)));
        await server.DisposeAsync();

        Assert.Equal("OK", await cindy.ReadLineAsync());
        Assert.Equal("MSGS: <cindy>the last word", await cindy.ReadLineAsync());
        for (var i = 1; i < requests; i++) Assert.Equal("MSGS:", await cindy.ReadLineAsync());
        foreach (var one in new[] { cindy, silent, nameless, half }) Assert.Null(await one.ReadLineAsync());
    }

    [Fact]
    public async Task One_who_does_not_read_does_not_keep_the_server_from_stopping()
    {
        await using var server = await TestServer.StartAsync();
        using var glutton = await server.EnterAsync("glutton");
        AskUntilHeldBack(glutton.Socket);

        // As if the time for that were over.
        await server.Service<LineListener>().StopAsync(new CancellationToken(canceled: true));

        await Eventually.Become(() => Task.FromResult(server.Service<Snug.Server.Talk.LineTalk>().WhoIsHere().Count), count => count == 0);
    }

    [Fact]
    public async Task Who_is_refused_in_the_midst_of_much_else_can_still_read_why()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.ConnectAsync();

        await cindy.SendAsync("no name\n" + new string('x', 40_000));

        Assert.StartsWith("ERROR: not a name", await cindy.ReadLineAsync());
    }

    [Fact]
    public async Task A_door_on_every_address_of_both_families_is_one_door()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "this machine has no IPv6");
        await using var server = await TestServer.StartAsync(with: options => options with { Line = new(System.Net.IPAddress.IPv6Any, 0) });

        using var cindy = await server.EnterAsync("cindy");
        using var six = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        await six.ConnectAsync(System.Net.IPAddress.IPv6Loopback, server.LinePort);
        await six.SendAsync("ethan\n"u8.ToArray());

        await Eventually.Become(() => cindy.AskAsync("USERS"), users => users == "USERS: cindy ethan");
    }

    // Returns how many whole requests the server and the two systems have taken, with none of the answers read.
    private static int AskUntilHeldBack(Socket socket)
    {
        var requests = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("GET\nUSERS\n", 1_000)));
        socket.Blocking = false;
        long sent = 0;
        while (socket.Poll(TimeSpan.FromSeconds(1), SelectMode.SelectWrite))
        {
            sent += socket.Send(requests.AsSpan((int)(sent % requests.Length)), SocketFlags.None, out _);
            Assert.True(sent < 128 * 1024 * 1024, "it was never held back");
        }
        socket.Blocking = true;
        return (int)(sent / 10 * 2) + (sent % 10 >= 4 ? 1 : 0);
    }
}
