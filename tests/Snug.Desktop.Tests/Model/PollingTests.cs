using Snug.Desktop.Model;

namespace Snug.Desktop.Tests.Model;

public sealed class PollingTests
{
    [Fact]
    public void Messages_and_people_are_asked_for_each_second() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        using var server = await cindy.EnterAsync();

        await loop.Until(() => cindy.Chat.People.Count == 1, "the first answer");
        cindy.Tick();
        await server.PollAsync(" <ethan>How about spaghetti?", " cindy ethan");

        await loop.Until(() => cindy.Chat.People.Count == 2, "ethan");
        var said = Assert.Single(cindy.Heard);
        Assert.Equal(("ethan", "How about spaghetti?", false), (said.From, said.Text, said.IsOwn));
        Assert.Equal(cindy.Time.GetUtcNow(), said.At);
    });

    [Fact]
    public void A_poll_that_was_not_answered_is_not_repeated() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        using var server = await cindy.EnterAsync();
        await loop.Until(() => cindy.Chat.People.Count == 1, "the first answer");

        for (var second = 0; second < 5; second++) cindy.Tick();
        Assert.Equal("GET", await server.HearAsync());
        await server.AnswerAsync("MSGS:");

        // Answers come in order: had GET been asked again, it would stand before USERS.
        Assert.Equal("USERS", await server.HearAsync());
        Assert.Equal(0, server.Unheard);
    });

    [Fact]
    public void What_one_says_stands_in_the_conversation_at_once() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        using var server = await cindy.EnterAsync();

        Assert.True(cindy.Chat.Say("We had pizza last night."));
        await server.ExchangeAsync("PUT: We had pizza last night.", "OK");
        await server.ExchangeAsync("GET", "MSGS: <cindy>We had pizza last night.");

        await loop.Until(() => cindy.Heard.Any(), "the message, though no time has passed");
        Assert.True(cindy.Heard.Single().IsOwn);
    });

    [Fact]
    public void Messages_are_sent_in_order_one_at_a_time() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        using var server = await cindy.EnterAsync();

        Assert.True(cindy.Chat.Say("one"));
        Assert.True(cindy.Chat.Say("two"));

        Assert.Equal("PUT: one", await server.HearAsync());
        Assert.Equal(0, server.Unheard);
        await server.AnswerAsync("OK");
        await server.ExchangeAsync("GET", "MSGS:");
        await server.ExchangeAsync("PUT: two", "OK");
    });

    [Fact]
    public void A_server_that_lets_one_wait_is_named_until_it_answers() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        using var server = await cindy.EnterAsync();
        await loop.Until(() => cindy.Chat.People.Count == 1, "the first answer");

        cindy.Tick();
        Assert.Equal("GET", await server.HearAsync());
        cindy.Time.Advance(TimeSpan.FromSeconds(3));
        await loop.Until(() => cindy.Chat.Link == LinkState.Waiting, "the word that the server is slow");

        await server.AnswerAsync("MSGS:");
        await loop.Until(() => cindy.Chat.Link == LinkState.Connected, "the all-clear");
        Assert.Empty(cindy.Notices);
    });
}
