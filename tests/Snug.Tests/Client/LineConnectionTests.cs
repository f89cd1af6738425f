using System.Net;
using System.Net.Sockets;
using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

public class LineConnectionTests
{
    [Fact]
    public async Task Two_talk()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await server.JoinAsync("cindy");
        await using var ethan = await server.JoinAsync("ethan");

        await cindy.PutAsync("We had\npizza <ethan>");

        Assert.Equal([new("cindy", "We had pizza ‹ethan›")], await ethan.GetAsync());
        Assert.Empty(await ethan.GetAsync());
        Assert.Equal(["cindy", "ethan"], await cindy.UsersAsync());
    }

    [Fact]
    public async Task A_taken_name_and_a_wrong_one_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await server.JoinAsync("cindy");

        var taken = await Assert.ThrowsAsync<RefusedException>(() => server.JoinAsync("Cindy"));
        Assert.Equal("the name Cindy is taken", taken.Message);
        await Assert.ThrowsAsync<RefusedException>(() => server.JoinAsync("no name"));
    }

    [Fact]
    public async Task A_refused_message_leaves_the_connection_usable()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await server.JoinAsync("cindy");

        await Assert.ThrowsAsync<RefusedException>(() => cindy.PutAsync(new string('x', 100)));

        await cindy.PutAsync("short");
        Assert.Equal("short", Assert.Single(await cindy.GetAsync()).Text);
    }

    [Fact]
    public async Task Leaving_frees_the_name()
    {
        await using var server = await TestServer.StartAsync();
        await using var ethan = await server.JoinAsync("ethan");
        await (await server.JoinAsync("cindy")).DisposeAsync();

        await Eventually.Become(() => ethan.UsersAsync(), users => users.Count == 1);
        await using var again = await server.JoinAsync("cindy");
    }

    [Fact]
    public async Task A_server_that_vanishes_is_a_lost_server()
    {
        var server = await TestServer.StartAsync();
        await using var cindy = await server.JoinAsync("cindy");
        await server.DisposeAsync();

        await Assert.ThrowsAsync<ServerLostException>(() => cindy.GetAsync());
        await Assert.ThrowsAsync<ServerLostException>(() => cindy.PutAsync("anyone?"));
    }

    [Fact]
    public async Task Nobody_listening_is_a_lost_server()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        await Assert.ThrowsAsync<ServerLostException>(() => LineConnection.ConnectAsync("127.0.0.1", port, "cindy"));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_a_timeout_and_the_end_of_the_connection()
    {
        var time = new ManualTime();
        await using var server = await FakeServer.StartAsync("OK\n");
        await using var cindy = await LineConnection.ConnectAsync("127.0.0.1", server.Port, "cindy", new LineOptions { Time = time });

        var asking = cindy.GetAsync();
        await server.HeardAsync("GET");
        time.Advance(TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<ServerTimeoutException>(() => asking);
        await Assert.ThrowsAsync<ServerLostException>(() => cindy.GetAsync());
    }

    [Theory]
    [InlineData("220 mail.example ESMTP\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("OK\nOK\n")]
    public async Task One_that_does_not_speak_the_protocol_speaks_nonsense(string answer)
    {
        await using var server = await FakeServer.StartAsync(answer);

        await Assert.ThrowsAsync<NonsenseException>(() => LineConnection.ConnectAsync("127.0.0.1", server.Port, "cindy"));
    }

    [Theory]
    [InlineData("MSGS: no speaker\n")]
    [InlineData("USERS: cindy\n")]
    [InlineData("MSGS: <cindy>\xff\n")]
    public async Task Nonsense_in_a_reply_ends_the_connection(string answer)
    {
        await using var server = await FakeServer.StartAsync("OK\n", answer);
        await using var cindy = await LineConnection.ConnectAsync("127.0.0.1", server.Port, "cindy");

        await Assert.ThrowsAsync<NonsenseException>(() => cindy.GetAsync());
        await Assert.ThrowsAsync<ServerLostException>(() => cindy.GetAsync());
    }

    [Fact]
    public async Task An_endless_reply_is_nonsense_and_not_gathered()
    {
        await using var server = await FakeServer.StartAsync("OK\n", "MSGS: <cindy>" + new string('x', 100_000));
        var options = new LineOptions { MaxReplyBytes = 64 * 1024 };
        await using var cindy = await LineConnection.ConnectAsync("127.0.0.1", server.Port, "cindy", options);

        await Assert.ThrowsAsync<NonsenseException>(() => cindy.GetAsync());
    }

    [Fact]
    public async Task Requests_made_at_once_are_sent_one_after_the_other()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await server.JoinAsync("cindy");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? cindy.PutAsync($"{i}") : cindy.UsersAsync()));

        Assert.Equal(25, (await cindy.GetAsync()).Count);
    }
}
