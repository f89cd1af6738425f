using Snug.Client;

namespace Snug.Tests.Client;

public class EventLoopFaultTests : ReadingEvents
{
    [Fact]
    public async Task An_answer_that_was_cut_off_is_asked_for_again()
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerHalfAsync(Answer("c1", Deleted(1)));
        await Time.PassPauseAsync();
        var again = await Server.HearAsync();
        await again.AnswerAsync(200, Answer("c1", Deleted(1)));
        await next;

        Assert.Equal("c0", again.Query("since"));
        Assert.Equal(new MessageDeleted(1, 1, 99), Events.Current);
        Assert.IsType<ServerLostException>(await Trouble.NextAsync());
        Assert.Null(await Trouble.NextAsync());
    }

    [Fact]
    public async Task Nothing_new_that_comes_too_soon_is_no_busy_loop()
    {
        _ = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(204);
        Assert.InRange((await Time.PassPauseAsync()).TotalSeconds, 1, 2);
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c0"));
        Assert.InRange((await Time.PassPauseAsync()).TotalSeconds, 1, 2);

        await Server.HearAsync();
    }

    [Fact]
    public async Task Pauses_grow_from_one_second_to_thirty_and_shrink_when_the_server_is_back()
    {
        var next = MoveAsync();
        foreach (var longest in new[] { 2, 4, 8, 16, 30, 30, 30 })
        {
            (await Server.HearAsync()).Cut();
            Assert.InRange((await Time.PassPauseAsync()).TotalSeconds, 1, longest);
        }
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c1", Deleted(1)));
        await next;

        next = MoveAsync();
        (await Server.HearAsync()).Cut();
        Assert.InRange((await Time.PassPauseAsync()).TotalSeconds, 1, 2);
        await Server.HearAsync();
    }

    [Theory]
    [InlineData(429, "too-fast")]
    [InlineData(503, "busy")]
    public async Task The_server_says_how_long_to_pause(int status, string code)
    {
        _ = MoveAsync();
        await (await Server.HearAsync()).RefuseAsync(status, code, retryAfter: "60");

        Assert.InRange((await Time.PassPauseAsync()).TotalSeconds, 60, 72);
        await Server.HearAsync();
    }

    [Fact]
    public async Task A_poll_that_is_never_answered_is_given_up_and_made_again()
    {
        _ = MoveAsync();
        await Server.HearAsync();
        Time.Advance(WatchedTime.Timeouts + TimeSpan.FromSeconds(31));
        await Time.PassPauseAsync();

        Assert.Equal("c0", (await Server.HearAsync()).Query("since"));
        Assert.IsType<ServerTimeoutException>(await Trouble.NextAsync());
    }

    [Theory]
    [InlineData(200, "<html>Please log in to this network</html>")]
    [InlineData(404, "no such site")]
    [InlineData(502, "")]
    public async Task What_stands_in_between_is_outlasted(int status, string page)
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(status, page, type: "text/html");
        await Time.PassPauseAsync();
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c1", Deleted(1)));

        Assert.True(await next);
    }

    [Fact]
    public async Task A_cursor_that_is_no_longer_taken_is_told_once_and_left_out()
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c1", Deleted(1)));
        await next;
        next = MoveAsync();
        await (await Server.HearAsync()).RefuseAsync(400, "invalid-cursor");
        await next;
        Assert.Equal(new StartAfresh(), Events.Current);

        next = MoveAsync();
        var asked = await Server.HearAsync();
        Assert.StartsWith("GET /api/events?wait=", asked.Line);
        Assert.Null(Cindy.Cursor);

        // Ids may begin anew too.
        await asked.AnswerAsync(200, Answer("d1", Deleted(1)));
        await next;
        Assert.Equal(new MessageDeleted(1, 1, 99), Events.Current);
    }

    [Fact]
    public async Task A_cursor_that_is_too_long_to_be_asked_with_is_left_out()
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(414);
        await next;

        Assert.Equal(new StartAfresh(), Events.Current);
    }

    [Fact]
    public async Task A_server_that_takes_no_cursor_at_all_ends_it()
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).RefuseAsync(400, "invalid-cursor");
        await next;

        next = MoveAsync();
        await (await Server.HearAsync()).RefuseAsync(400, "invalid-cursor");

        await Assert.ThrowsAsync<RefusedException>(() => next);
    }

    [Theory]
    [InlineData("""{"code":"no-session"}""")]
    [InlineData("")]
    public async Task The_end_of_the_session_ends_it(string problem)
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(401, problem);

        Assert.Equal(401, (await Assert.ThrowsAsync<RefusedException>(() => next)).Status);
    }
}
