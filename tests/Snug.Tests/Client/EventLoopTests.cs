using System.Globalization;
using Snug.Client;

namespace Snug.Tests.Client;

public class EventLoopTests : ReadingEvents
{
    [Fact]
    public async Task Each_event_comes_once_and_in_order()
    {
        var first = MoveAsync();
        var asked = await Server.HearAsync();
        await asked.AnswerAsync(200, Answer("c1", Deleted(1), Deleted(2)));
        await first;
        var got = new List<ChatEvent> { Events.Current };
        await MoveAsync();
        got.Add(Events.Current);
        // A server that repeats itself changes nothing.
        var third = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c2", Deleted(2), Deleted(3)));
        await third;
        got.Add(Events.Current);

        Assert.StartsWith("GET /api/events?since=c0&wait=", asked.Line);
        Assert.Equal([1, 2, 3], got.Cast<RoomEvent>().Select(one => one.Id));
    }

    [Fact]
    public async Task The_cursor_covers_only_what_was_handled()
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c1", Deleted(1), Deleted(2)));
        await next;
        Assert.Equal("c0", Cindy.Cursor);
        await MoveAsync();
        Assert.Equal("c0", Cindy.Cursor);

        next = MoveAsync();
        Assert.Equal("c1", (await Server.HearAsync()).Query("since"));

        Assert.Equal("c1", Cindy.Cursor);
    }

    [Fact]
    public async Task Every_kind_of_event_is_known_and_others_are_kept()
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c1",
            """{"id":1,"type":"message","room":1,"message":{"id":1,"room":1,"from":{"id":7,"name":"cindy"},"at":"2030-01-31T12:00:00Z","text":"hi"}}""",
            """{"id":2,"type":"edited","room":1,"message":{"id":1,"room":1,"from":{"id":7,"name":"cindy"},"at":"2030-01-31T12:00:00Z","text":"ho"}}""",
            """{"type":"deleted","messageId":1,"room":1,"id":3}""",
            """{"id":4,"type":"reaction","room":1,"messageId":1,"emoji":"👍","user":{"id":8,"name":"ethan"},"added":true}""",
            """{"id":5,"type":"joined","room":1,"user":{"id":8,"name":"ethan"}}""",
            """{"id":6,"type":"left","room":1,"user":{"id":8,"name":"ethan"}}""",
            """{"id":7,"type":"room","room":1,"details":{"id":1,"name":"cats","topic":"all","kind":"secret","archived":true},"user":{"id":1,"name":"cindy"}}""",
            """{"id":8,"type":"read","room":1,"upTo":7}""",
            """{"id":9,"type":"pinned","room":1,"messageId":1}""",
            """{"id":10,"type":"deleted","room":1}"""));
        var got = new List<ChatEvent>();
        for (var count = 0; count < 10; count++, next = MoveAsync())
        {
            await next;
            got.Add(Events.Current);
        }

        Assert.Equal("hi", Assert.IsType<MessagePosted>(got[0]).Message.Text);
        Assert.Equal("ho", Assert.IsType<MessageEdited>(got[1]).Message.Text);
        Assert.Equal(new MessageDeleted(3, 1, 1), got[2]);
        Assert.Equal(new ReactionChanged(4, 1, 1, "👍", new Sender(8, "ethan"), true), got[3]);
        Assert.Equal(new UserJoined(5, 1, new Sender(8, "ethan")), got[4]);
        Assert.Equal(new UserLeft(6, 1, new Sender(8, "ethan")), got[5]);
        Assert.Equal(new RoomChanged(7, 1, new RoomDetails { Id = 1, Name = "cats", Topic = "all", Archived = true }, new Sender(1, "cindy")), got[6]);
        Assert.Equal(new RoomRead(8, 1, 7), got[7]);
        var pinned = Assert.IsType<UnknownEvent>(got[8]);
        Assert.Equal((9, "pinned", 1), (pinned.Id, pinned.Type, pinned.Json.GetProperty("messageId").GetInt64()));
        Assert.Equal("deleted", Assert.IsType<UnknownEvent>(got[9]).Type);
    }

    [Fact]
    public async Task It_ends_between_two_events_when_asked_to()
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c1", Deleted(1), Deleted(2)));
        await next;
        await CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(MoveAsync);
        Assert.Equal("c0", Cindy.Cursor);
    }

    [Fact]
    public async Task It_ends_when_the_client_is_closed()
    {
        var next = MoveAsync();
        await Server.HearAsync();
        Cindy.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Nothing_new_keeps_the_cursor_and_asks_again_at_once()
    {
        _ = MoveAsync();
        for (var count = 0; count < 20; count++)
        {
            var asked = await Server.HearAsync();
            Assert.Equal("c0", asked.Query("since"));
            Assert.InRange(int.Parse(asked.Query("wait")!, CultureInfo.InvariantCulture), 20, 30);
            Time.Advance(TimeSpan.FromSeconds(20));
            await asked.AnswerAsync(204);
        }

        Assert.Empty(Trouble.All());
    }

    [Fact]
    public async Task A_cursor_that_moves_over_what_one_may_not_see_is_followed()
    {
        _ = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c1"));

        Assert.Equal("c1", (await Server.HearAsync()).Query("since"));
    }

    [Fact]
    public async Task Only_one_reads_at_a_time_and_the_next_goes_on_where_it_ended()
    {
        var next = MoveAsync();
        await (await Server.HearAsync()).AnswerAsync(200, Answer("c1", Deleted(1)));
        await next;
        await using var second = Cindy.ReadEventsAsync(cancel: End).GetAsyncEnumerator();
        await Assert.ThrowsAsync<InvalidOperationException>(() => second.MoveNextAsync().AsTask());

        await Events.DisposeAsync();
        var third = Cindy.ReadEventsAsync(cursor: "saved", cancel: End).GetAsyncEnumerator();
        var unanswered = third.MoveNextAsync().AsTask();

        Assert.Equal("saved", (await Server.HearAsync()).Query("since"));
    }
}
