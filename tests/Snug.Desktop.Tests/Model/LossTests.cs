using Snug.Desktop.Model;

namespace Snug.Desktop.Tests.Model;

public sealed class LossTests
{
    [Fact]
    public void A_message_whose_answer_never_came_is_given_back_and_never_sent_again() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        var entry = "";
        cindy.Chat.TakeBack = text => { entry = text; return true; };
        var server = await cindy.EnterAsync();

        cindy.Chat.Say("once only");
        Assert.Equal("PUT: once only", await server.HearAsync());
        server.Dispose();
        await loop.Until(() => cindy.Chat.Link == LinkState.Lost, "the loss");
        Assert.Equal("once only", entry);
        Assert.Contains(cindy.Notices, notice => notice.Title.Contains("may not have arrived", StringComparison.Ordinal));

        using var again = await ComeBackAsync(cindy);
        // The session sends first what it has to send: these are its first words, so nothing was repeated.
        await again.PollAsync();
        cindy.Tick();
        await again.PollAsync();
    });

    [Fact]
    public void A_message_that_finds_the_entry_taken_is_shown_in_the_conversation() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        var server = await cindy.EnterAsync();

        cindy.Chat.Say("on its way");
        cindy.Chat.Say("still waiting");
        Assert.Equal("PUT: on its way", await server.HearAsync());
        server.Dispose();

        await loop.Until(() => cindy.Notices.Count() == 3, "both texts and the loss");
        Assert.Contains(cindy.Notices, notice => notice is { Unsent: "on its way", Title: "This message may not have arrived" });
        Assert.Contains(cindy.Notices, notice => notice is { Unsent: "still waiting", Title: "Not sent, because the connection was lost" });
    });

    [Fact]
    public void A_refused_message_comes_back_with_the_servers_reason_and_the_talk_goes_on() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        using var server = await cindy.EnterAsync();

        cindy.Chat.Say("too long");
        await server.ExchangeAsync("PUT: too long", "ERROR: at most 3 characters");
        await loop.Until(() => cindy.Notices.Any(), "the refusal");

        Assert.Equal("Not sent: at most 3 characters", cindy.Notices.Single().Title);
        cindy.Tick();
        await server.PollAsync();
        Assert.True(cindy.Chat.IsConnected);
    });

    [Fact]
    public void Without_a_connection_nothing_is_taken_to_be_sent() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        var server = await cindy.EnterAsync();

        server.Dispose();
        cindy.Tick();
        await loop.Until(() => cindy.Chat.Link == LinkState.Lost, "the loss");

        Assert.False(cindy.Chat.Say("hello?"));
    });

    [Fact]
    public void A_name_still_held_by_the_lost_connection_is_tried_for_until_it_is_free() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        (await cindy.EnterAsync()).Dispose();
        cindy.Tick();
        await loop.Until(() => cindy.Chat.Link == LinkState.Lost, "the loss");

        cindy.Chat.Hurry();
        using (var held = await cindy.Server.AcceptAsync()) await held.AnswerAsync("ERROR: the name is taken");
        await loop.Until(() => cindy.Chat.Link == LinkState.Refused, "the word that the name is held");
        Assert.Equal("the name is taken", cindy.Chat.Refusal);

        using var again = await ComeBackAsync(cindy);
        await loop.Until(() => cindy.Chat.Link == LinkState.Connected, "the connection");
        Assert.Equal(["Connection lost", "Connected again"], cindy.Notices.Select(notice => notice.Title));
    });

    [Fact]
    public void A_closing_window_waits_for_what_is_on_its_way() => Loop.Run(async loop =>
    {
        using var cindy = new Visitor();
        using var server = await cindy.EnterAsync();

        cindy.Chat.Say("goodbye");
        var closed = cindy.Outbox.CloseAsync();
        Assert.Equal("PUT: goodbye", await server.HearAsync());
        Assert.False(closed.IsCompleted);
        Assert.False(cindy.Chat.Say("too late"));

        await server.AnswerAsync("OK");
        await loop.Until(() => closed.IsCompleted, "the last word to be taken");
    });

    private static async Task<FakeServer.Talk> ComeBackAsync(Visitor cindy)
    {
        cindy.Chat.Hurry();
        var talk = await cindy.Server.AcceptAsync();
        await talk.AnswerAsync("OK");
        return talk;
    }
}
