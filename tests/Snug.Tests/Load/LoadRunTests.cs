using Snug.Load.Crowds;
using Snug.Tests.Running;

namespace Snug.Tests.Load;

public class LoadRunTests
{
    [Theory]
    [InlineData("line", 1)]
    [InlineData("polls", 1)]
    [InlineData("waits", 1)]
    [InlineData("polls", 5)]
    [InlineData("waits", 5)]
    public async Task Each_message_is_delivered_once_to_each_reader_of_its_room(string way, int rooms)
    {
        await using var server = await TestServer.StartAsync();
        var scenario = TestLoad.Small with { Rooms = rooms, Senders = Math.Max(4, rooms) };

        var result = await TestLoad.MeasureAsync(Over(way, scenario, server), scenario);

        // Fifty in a second; on a machine that is busy with other tests as many as it acknowledges.
        Assert.InRange(result.Said, 1, 100);
        Assert.Equal((result.Said, 0), (result.Acknowledged, result.Refused));
        Assert.Equal(result.Said * (scenario.Clients / rooms), result.Delivered);
        Assert.Equal(result.Owed, result.Delivered);
        Assert.Equal((0, null), (result.Lost, result.LossReason));
    }

    [Theory]
    [InlineData("line")]
    [InlineData("polls")]
    public async Task Everyone_asks_as_often_as_they_should(string way)
    {
        await using var server = await TestServer.StartAsync();
        var scenario = TestLoad.Small with { Pace = Pace.Silent };

        var result = await TestLoad.MeasureAsync(Over(way, scenario, server), scenario);

        // Twenty who ask ten times a second; on a machine that is busy with other tests not quite all.
        Assert.InRange(result.PollsPerSecond * result.Seconds + result.LatePolls, 140, 220);
        Assert.Equal(0, result.Said);
    }

    [Fact]
    public async Task As_fast_as_acknowledged_keeps_so_many_under_way()
    {
        await using var server = await TestServer.StartAsync();
        var scenario = TestLoad.Small with { Pace = Pace.Flood(2), Senders = 20 };

        var result = await TestLoad.MeasureAsync(TestLoad.OverLine(scenario, server.LinePort), scenario);

        Assert.True(result.Acknowledged > 10, $"{result.Acknowledged} acknowledged");
        Assert.Equal(result.Acknowledged * scenario.Clients, result.Delivered);
    }

    [Fact]
    public async Task What_the_server_refuses_is_counted_and_owed_to_nobody()
    {
        await using var server = await TestServer.StartAsync(lineLimit: 20);
        var scenario = TestLoad.Small with { TextLength = 50 };

        var result = await TestLoad.MeasureAsync(TestLoad.OverLine(scenario, server.LinePort), scenario);

        Assert.True(result.Refused > 0);
        Assert.Equal((result.Said, 0, 0, 0), (result.Refused, result.Acknowledged, result.Owed, result.Delivered));
    }

    [Theory]
    [InlineData("line")]
    [InlineData("polls")]
    [InlineData("waits")]
    public async Task Who_came_has_left_afterwards(string way)
    {
        await using var server = await TestServer.StartAsync();
        using var watcher = await server.EnterHttpAsync("watcher");

        await TestLoad.MeasureAsync(Over(way, TestLoad.Small, server), TestLoad.Small);

        await Eventually.Become(async () => (await watcher.GetAsync("/api/users")).Text, users => !users.Contains("bench-"));
    }

    [Fact]
    public async Task A_delay_is_measured_as_long_as_it_is()
    {
        var time = new ShiftedTime();
        using var server = new DelayingServer(() => time.PutForward(TimeSpan.FromSeconds(2)));
        var scenario = TestLoad.Small with { Clients = 1, Senders = 1, Pace = Pace.Rate(0.25), WarmUp = TimeSpan.Zero, Length = TimeSpan.FromSeconds(3) };

        var result = await TestLoad.MeasureAsync(TestLoad.OverLine(scenario, server.Port, time), scenario);

        Assert.Equal((1, 1), (result.Acknowledged, result.Delivered));
        Assert.InRange(result.AcknowledgeTimes.Half, 2_000, 3_000);
        Assert.InRange(result.ReadTimes.Half, result.AcknowledgeTimes.Half, 4_000);
    }

    [Fact]
    public async Task A_connection_that_ends_before_its_time_is_counted_and_waited_for_no_more()
    {
        using var server = new DelayingServer(() => throw new IOException("the server has had enough"));
        var scenario = TestLoad.Small with { Clients = 1, Senders = 1, WarmUp = TimeSpan.Zero };

        var result = await TestLoad.MeasureAsync(TestLoad.OverLine(scenario, server.Port), scenario);

        Assert.Equal((1, "the server closed the connection"), (result.Lost, result.LossReason));
        Assert.Equal((1, 0, 0), (result.Said, result.Acknowledged, result.Owed));
    }

    private static Snug.Load.LoadRun Over(string way, Snug.Load.Scenario scenario, TestServer server) => way switch
    {
        "line" => TestLoad.OverLine(scenario, server.LinePort),
        "polls" => TestLoad.OverHttp(scenario, server),
        _ => TestLoad.OverHttp(scenario, server, wait: 25),
    };
}
