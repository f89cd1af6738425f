using Snug.Client;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.Model.OverLine;

namespace Snug.Desktop.Tests.Model;

public sealed class EventEffectsTests
{
    private const long Cindy = 1, Ethan = 2;

    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Chat chat = new("cindy", "server", new ManualTime()) { Speaker = new LineOutbox() };
    private readonly EventEffects effects;
    private long events;

    public EventEffectsTests()
    {
        effects = new EventEffects(chat, Cindy);
        chat.Rooms.Add(chat.Open);
        chat.Open.IsLoaded = true;
    }

    private ChatRoom Room => chat.Open;

    [Fact]
    public void What_comes_twice_is_there_once()
    {
        Post(1, Ethan, "hello");
        Post(1, Ethan, "hello");

        Assert.Equal(["hello"], Texts());
        Assert.Equal(1, Room.Info.Unread);
    }

    [Fact]
    public void Messages_of_others_are_unread_until_somebody_has_read_that_far()
    {
        Post(1, Ethan, "hello");
        Post(2, Ethan, "are you there, @Cindy?");
        Post(3, Cindy, "yes");
        Assert.Equal((2, 1), (Room.Info.Unread, Room.Info.Mentions));

        effects.Take(new RoomRead(++events, Room.Id, 3));

        Assert.Equal((0, 0, 3L), (Room.Info.Unread, Room.Info.Mentions, Room.Info.ReadUpTo));
        Assert.False(effects.RoomsAreStale);
    }

    [Fact]
    public void How_much_is_unread_behind_a_mark_in_the_middle_only_the_server_can_tell()
    {
        Post(1, Ethan, "one");
        Post(2, Ethan, "two");

        effects.Take(new RoomRead(++events, Room.Id, 1));

        Assert.True(effects.RoomsAreStale);
    }

    [Fact]
    public void Ones_own_words_that_waited_are_the_message_once_it_has_arrived()
    {
        Room.Conversation.Add(new Said("n1", Noon, "cindy", "on its way", IsOwn: true) { Pending = new Pending(new NewMessage("on its way") { Nonce = "n1" }) });
        Post(1, Ethan, "before it");

        Post(2, Cindy, "on its way", nonce: "n1");

        Assert.Equal(["before it", "on its way"], Texts());
        Assert.All(Room.Conversation.Lines, line => Assert.False(line.IsWaiting));
    }

    [Fact]
    public void What_waits_stands_below_what_others_say()
    {
        Room.Conversation.Add(new Said("n1", Noon, "cindy", "on its way", IsOwn: true) { Pending = new Pending(new NewMessage("on its way") { Nonce = "n1" }) });

        Post(1, Ethan, "before it");

        Assert.Equal(["before it", "on its way"], Texts());
    }

    [Fact]
    public void A_change_and_a_reaction_change_the_line_that_is_there()
    {
        Post(1, Ethan, "helo");

        effects.Take(new MessageEdited(++events, Room.Id, Message(1, Ethan, "hello")));
        effects.Take(new ReactionChanged(++events, Room.Id, 1, "👍", new Sender(Cindy, "cindy"), Added: true));
        effects.Take(new ReactionChanged(++events, Room.Id, 1, "👍", new Sender(Cindy, "cindy"), Added: true));

        var said = Assert.IsType<Said>(Assert.Single(Room.Conversation.Lines));
        Assert.Equal("hello", said.Text);
        Assert.Equal(["cindy"], Assert.Single(said.Message!.Reactions).Users);

        effects.Take(new ReactionChanged(++events, Room.Id, 1, "👍", new Sender(Cindy, "cindy"), Added: false));
        Assert.Empty(((Said)Room.Conversation.Lines[0]).Message!.Reactions);
    }

    [Fact]
    public void What_is_deleted_is_gone()
    {
        Post(1, Cindy, "oh no");

        effects.Take(new MessageDeleted(++events, Room.Id, 1));

        Assert.Empty(Room.Conversation.Lines);
    }

    [Fact]
    public void While_the_past_is_shown_what_comes_is_counted_and_not_put_behind_it()
    {
        Post(1, Ethan, "long ago");
        Room.HasNewer = true;

        Post(9, Ethan, "now");

        Assert.Equal(["long ago"], Texts());
        Assert.Equal(9, Room.Info.LastId);
    }

    [Fact]
    public void What_happens_while_a_page_is_on_its_way_is_told_again_when_it_is_there()
    {
        Room.IsLoaded = false;
        using var meanwhile = effects.Remember();
        effects.Take(new MessageEdited(++events, Room.Id, Message(1, Ethan, "hello")));
        Post(2, Ethan, "new");

        Room.IsLoaded = true;
        Room.Conversation.Begin([Said.Of(Message(1, Ethan, "helo"), isOwn: false)]);
        meanwhile.Repeat();

        Assert.Equal(["hello", "new"], Texts());
    }

    [Fact]
    public void A_room_that_nobody_knows_yet_has_the_list_read_anew()
    {
        effects.Take(new MessagePosted(++events, 7, Message(1, Ethan, "hello") with { Room = 7 }));

        Assert.True(effects.RoomsAreStale);
    }

    private IEnumerable<string> Texts() => Room.Conversation.Lines.OfType<Said>().Select(said => said.Text);

    private void Post(long id, long from, string text, string? nonce = null) =>
        effects.Take(new MessagePosted(++events, Room.Id, Message(id, from, text) with { Nonce = nonce }));

    private static Message Message(long id, long from, string text) => new()
    {
        Id = id,
        Room = 1,
        From = new Sender(from, from == Cindy ? "cindy" : "ethan"),
        At = Noon,
        Text = text,
    };
}
