using System.Net;
using System.Net.Sockets;
using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

public class ChatFaultTests
{
    [Fact]
    public async Task A_refusal_tells_its_code_and_reason()
    {
        await using var server = await ScriptedServer.StartAsync();

        var entering = ChatClient.EnterAsync(server.Url, "cindy");
        await (await server.HearAsync()).RefuseAsync(409, "name-taken");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => entering);

        Assert.Equal(("because name-taken", "name-taken", 409), (refused.Message, refused.Code, refused.Status));
        Assert.Equal((null, false), (refused.RetryAfter, refused.MayPass));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Thu, 31 Jan 2030 12:00:07 GMT")]
    public async Task Too_fast_tells_when_to_come_back(string retryAfter)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync(new ChatOptions { Time = new ManualTime() });

        var posting = cindy.PostAsync(1, "hi");
        await (await server.HearAsync()).RefuseAsync(429, "too-fast", retryAfter);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => posting);

        Assert.Equal((TimeSpan.FromSeconds(7), true), (refused.RetryAfter, refused.MayPass));
    }

    [Theory]
    [InlineData(404, "<h1>Not here</h1>", "text/html")]
    [InlineData(404, "{", "application/problem+json")]
    [InlineData(413, "", "")]
    public async Task A_refusal_of_something_in_between_has_no_code(int status, string page, string type)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => AnsweredAsync(status, page, type));

        Assert.Equal((null, status), (refused.Code, refused.Status));
        Assert.NotEmpty(refused.Message);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    public async Task A_server_that_fails_is_a_lost_server(int status) =>
        await Assert.ThrowsAsync<ServerLostException>(() => AnsweredAsync(status, "", ""));

    [Fact]
    public async Task A_busy_server_has_refused()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => AnsweredAsync(503, "", ""));

        Assert.True(refused.MayPass);
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(200, "null")]
    [InlineData(200, """{"users":null}""")]
    [InlineData(200, """{"users":[{"id":7}]}""")]
    [InlineData(200, """{}""")]
    [InlineData(204, "")]
    [InlineData(302, "")]
    public async Task What_is_no_answer_is_nonsense(int status, string body) =>
        await Assert.ThrowsAsync<NonsenseException>(() => AnsweredAsync(status, body, "application/json"));

    [Fact]
    public async Task The_token_does_not_follow_a_redirection()
    {
        await using var elsewhere = await ScriptedServer.StartAsync();
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();

        var asking = cindy.UsersAsync();
        await (await server.HearAsync()).RedirectAsync(elsewhere.Url);

        await Assert.ThrowsAsync<NonsenseException>(() => asking);
        Assert.True(elsewhere.IsQuiet);
    }

    [Fact]
    public async Task An_endless_answer_is_nonsense_and_not_gathered()
    {
        var options = new ChatOptions { MaxAnswerBytes = 1000 };

        await Assert.ThrowsAsync<NonsenseException>(() => AnsweredAsync(200, new string(' ', 1000) + """{"users":[]}""", "application/json", options));
    }

    [Fact]
    public async Task An_answer_that_swells_when_unpacked_is_nonsense_and_not_gathered()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync(new ChatOptions { MaxAnswerBytes = 100_000 });

        var asking = cindy.UsersAsync();
        await (await server.HearAsync()).AnswerPackedAsync(new string(' ', 1_000_000) + """{"users":[]}""");

        await Assert.ThrowsAsync<NonsenseException>(() => asking);
    }

    [Fact]
    public async Task A_server_that_cuts_its_answer_off_is_lost()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();

        var asking = cindy.UsersAsync();
        await (await server.HearAsync()).AnswerHalfAsync("""{"users":[]}""");

        await Assert.ThrowsAsync<ServerLostException>(() => asking);
    }

    [Fact]
    public async Task Nobody_listening_is_a_lost_server()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var url = new Uri($"http://{closed.LocalEndpoint}");
        closed.Stop();

        await Assert.ThrowsAsync<ServerLostException>(() => ChatClient.EnterAsync(url, "cindy"));
    }

    [Fact]
    public async Task Something_else_listening_is_nonsense()
    {
        await using var server = await FakeServer.StartAsync("220 mail.example ESMTP\r\n");

        await Assert.ThrowsAsync<NonsenseException>(() => ChatClient.EnterAsync(new Uri($"http://127.0.0.1:{server.Port}"), "cindy"));
    }

    [Fact]
    public async Task No_answer_in_time_is_a_timeout()
    {
        var time = new ManualTime();
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync(new ChatOptions { Time = time });

        var asking = cindy.UsersAsync();
        await server.HearAsync();
        time.Advance(TimeSpan.FromSeconds(16));

        await Assert.ThrowsAsync<ServerTimeoutException>(() => asking);
    }

    [Fact]
    public async Task Who_gives_up_is_told_nothing_else()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();
        using var cancel = new CancellationTokenSource();

        var asking = cindy.UsersAsync(cancel.Token);
        await server.HearAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static async Task AnsweredAsync(int status, string body, string type, ChatOptions? options = null)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync(options);
        var asking = cindy.UsersAsync();
        await (await server.HearAsync()).AnswerAsync(status, body, type: type);
        await asking;
    }
}
