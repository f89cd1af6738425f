using System.Net.Sockets;
using System.Text;
using Snug.Tests.Running;

namespace Snug.Tests.Line;

public class BadPeerTests
{
    [Fact]
    public async Task A_client_that_never_reads_is_held_back_and_costs_the_others_nothing()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var ethan = await server.EnterAsync("ethan");
        using var glutton = await server.EnterAsync("glutton");

        var asked = AskUntilHeldBack(glutton.Socket);

        // It could leave no more than what the buffers of the two ends hold, with none of it read.
        Assert.InRange(asked, 1, 64 * 1024 * 1024);
        Assert.Equal("OK", await ethan.AskAsync("PUT: I am served"));
        Assert.Equal("MSGS: <ethan>I am served", await ethan.AskAsync("GET"));

        time.Advance(TimeSpan.FromMinutes(4));
        await ethan.AskAsync("GET");
        time.Advance(TimeSpan.FromMinutes(2));
        await Eventually.Become(() => ethan.AskAsync("USERS"), users => users == "USERS: ethan");
    }

    [Fact]
    public async Task A_silent_client_is_let_go_after_five_minutes_and_a_polling_one_is_not()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var ethan = await server.EnterAsync("ethan");
        using var silent = await server.EnterAsync("silent");

        time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal("USERS: ethan silent", await ethan.AskAsync("USERS"));
        time.Advance(TimeSpan.FromMinutes(0.2));

        Assert.Null(await silent.ReadLineAsync());
        await Eventually.Become(() => ethan.AskAsync("USERS"), users => users == "USERS: ethan");
    }

    [Fact]
    public async Task One_who_connects_and_never_gives_a_name_is_let_go_too()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var nameless = await server.ConnectAsync();

        // The server may notice the connection only after the clock was first moved.
        await Eventually.Become(
            () =>
            {
                time.Advance(TimeSpan.FromMinutes(5.1));
                return Task.FromResult(nameless.Socket.Poll(0, SelectMode.SelectRead));
            },
            isEnded => isEnded);

        Assert.Null(await nameless.ReadLineAsync());
    }

    [Fact]
    public async Task A_flood_of_pipelined_requests_is_answered_in_order()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterAsync("cindy");
        const int requests = 20_000;

        var sending = cindy.SendAsync(string.Concat(Enumerable.Repeat("GET\nUSERS\n", requests / 2)));
        for (var i = 0; i < requests / 2; i++)
        {
            Assert.Equal("MSGS:", await cindy.ReadLineAsync());
            Assert.Equal("USERS: cindy", await cindy.ReadLineAsync());
        }
        await sending;
    }

    [Fact]
    public async Task Some_who_ask_without_end_do_not_keep_the_threads_from_the_others()
    {
        await using var server = await TestServer.StartAsync();
        using var ethan = await server.EnterAsync("ethan");
        using var cindy = await server.EnterAsync("cindy");
        var hogs = new List<LineSocket>();
        for (var i = 0; i < 4; i++) hogs.Add(await server.EnterAsync($"hog{i}"));
        using var end = new CancellationTokenSource();
        var threads = hogs.SelectMany(hog => new[] { AskWithoutEnd(hog.Socket, end.Token), ReadWithoutEnd(hog.Socket) }).ToList();

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal("MSGS:", await ethan.AskAsync("GET"));
            Assert.Equal("MSGS:", await cindy.AskAsync("GET"));
        }

        await end.CancelAsync();
        foreach (var hog in hogs) hog.Dispose();
        foreach (var thread in threads) Assert.True(thread.Join(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_long_list_of_users_is_given_in_slices()
    {
        await using var server = await TestServer.StartAsync();
        var crowd = new List<LineSocket>();
        // Names of 32 letters of four bytes: some 130 KB in one reply.
        for (var i = 0; i < 1_000; i++) crowd.Add(await server.EnterAsync($"{i:D4}" + string.Concat(Enumerable.Repeat("𝒜", 28))));

        var users = await crowd[0].AskAsync("USERS");

        Assert.Equal(1_001, users!.Split(' ').Length);
        foreach (var one in crowd) one.Dispose();
    }

    private static Thread AskWithoutEnd(Socket socket, CancellationToken end) => StartThread(() =>
    {
        var requests = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("GET\n", 10_000)));
        while (!end.IsCancellationRequested) socket.Send(requests);
    });

    private static Thread ReadWithoutEnd(Socket socket) => StartThread(() =>
    {
        var answers = new byte[256 * 1024];
        while (socket.Receive(answers) > 0)
        {
        }
    });

    private static Thread StartThread(Action work)
    {
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                // Closed by the test.
            }
        });
        thread.Start();
        return thread;
    }

    // Sends requests without reading an answer until the server takes no more, and returns the bytes it took.
    private static int AskUntilHeldBack(Socket socket)
    {
        var requests = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("USERS\n", 1_000)));
        socket.Blocking = false;
        var sent = 0;
        while (sent < 128 * 1024 * 1024)
        {
            try
            {
                sent += socket.Send(requests);
            }
            catch (SocketException full) when (full.SocketErrorCode == SocketError.WouldBlock)
            {
                if (!socket.Poll(TimeSpan.FromSeconds(2), SelectMode.SelectWrite)) break;
            }
        }
        socket.Blocking = true;
        return sent;
    }
}
