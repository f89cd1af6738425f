using System.Net;
using Snug.Tests.Running;

namespace Snug.Tests.Line;

/// <summary>The line door behind a balancer, which says for whom it connects by a line of its own. The tests stand for it.</summary>
public class BehindBalancerTests
{
    private const string Somewhere = "PROXY TCP4 203.0.113.5 10.0.0.1 40000 5450\r\n", Elsewhere = "PROXY TCP6 2001:db8::6 2001:db8::1 40000 5450\r\n";

    [Fact]
    public async Task An_address_behind_a_balancer_may_not_come_in_without_end()
    {
        await using var server = await BehindAsync("127.0.0.1");

        var answers = new List<string?>();
        for (var i = 0; i < 31; i++) answers.Add(await EnterAsync(server, $"{Somewhere}guest{i}"));

        Assert.Equal(30, answers.Count(answer => answer!.StartsWith("OK", StringComparison.Ordinal)));
        Assert.Equal("ERROR: too fast: slow down", answers[^1]);
        Assert.StartsWith("OK", await EnterAsync(server, $"{Elsewhere}other"));
    }

    [Fact]
    public async Task Who_is_banned_by_address_stays_out_and_the_others_come_in()
    {
        await using var server = await BehindAsync("127.0.0.1");
        using var boss = await server.EnterAdminAsync("boss");

        (await boss.PostAsync("/api/bans", new { address = "203.0.113.5" })).Is(201);

        Assert.Equal("ERROR: you may not come in", await EnterAsync(server, $"{Somewhere}ethan"));
        Assert.StartsWith("OK", await EnterAsync(server, $"{Elsewhere}ethan"));
    }

    [Fact]
    public async Task Who_says_nothing_of_others_comes_in_as_well()
    {
        await using var server = await BehindAsync("127.0.0.1");

        Assert.StartsWith("OK", await EnterAsync(server, "PROXY UNKNOWN\r\ncindy"));
        Assert.StartsWith("OK", await EnterAsync(server, "zoe"));
    }

    [Theory]
    [InlineData("10.0.0.1", "PROXY TCP4 203.0.113.5 10.0.0.1 40000 5450\r\ncindy")]
    [InlineData("127.0.0.1", "PROXY TCP4 nowhere 10.0.0.1 40000 5450\r\ncindy")]
    [InlineData("127.0.0.1", "PROXY TCP4 203.0.113.5\r\ncindy")]
    [InlineData("127.0.0.1", "PROXY UNKNOWN\r\nPROXY UNKNOWN\r\ncindy")]
    public async Task Nobody_else_is_believed_and_nothing_else_is_understood(string proxy, string said)
    {
        await using var server = await BehindAsync(proxy);

        Assert.StartsWith("ERROR:", await EnterAsync(server, said));
    }

    private static Task<TestServer> BehindAsync(string proxy) =>
        TestServer.StartAsync(new ManualTime(), with: options => options with { Proxies = [new IPNetwork(IPAddress.Parse(proxy), 32)] });

    private static async Task<string?> EnterAsync(TestServer server, string said)
    {
        using var line = await server.ConnectAsync();
        return await line.AskAsync(said);
    }
}
