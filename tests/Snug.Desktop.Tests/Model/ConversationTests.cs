using Snug.Client;
using Snug.Desktop.Model;

namespace Snug.Desktop.Tests.Model;

public sealed class ConversationTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Conversation conversation = new();

    [Fact]
    public void A_speaker_who_goes_on_is_not_named_again()
    {
        Say("ethan", 0);
        Say("ethan", 1);
        Say("cindy", 2);
        Say("ethan", 3);

        Assert.Equal([false, true, false, false], Continues());
    }

    [Fact]
    public void After_a_long_pause_or_a_notice_the_speaker_is_named_again()
    {
        Say("ethan", 0);
        Say("ethan", 6);
        conversation.Add(new Notice("notice", Noon, "Connection lost"));
        Say("ethan", 7);

        Assert.Equal([false, false, false], Continues());
    }

    [Fact]
    public void The_oldest_lines_go_when_there_are_too_many()
    {
        for (var i = 0; i < Conversation.MaxLines + 3; i++) conversation.Add(new Said($"{i}", Noon, "ethan", $"{i}", IsOwn: false));

        Assert.Equal(Conversation.MaxLines, conversation.Lines.Count);
        Assert.Equal("3", conversation.Lines[0].Key);
    }

    [Fact]
    public void What_is_put_before_a_line_may_make_it_go_on()
    {
        Say("ethan", 3);
        var changes = new List<Splice>();
        conversation.Changed += changes.Add;

        conversation.Prepend([new Said("before", Noon.AddMinutes(2), "ethan", "…", IsOwn: false)]);

        Assert.Equal([false, true], Continues());
        Assert.Equal([false, true], changes.Select(change => change.IsRefresh));
    }

    [Fact]
    public void The_mark_stands_above_the_first_of_others_that_was_not_read()
    {
        conversation.Begin([Message(1, "ethan"), Message(2, "cindy"), Message(3, "ethan"), Message(4, "ethan")], unreadAfter: 1);

        Assert.Equal([false, false, true, false], conversation.Lines.OfType<Said>().Select(said => said.OpensUnread));

        conversation.MarkUnread(after: null);
        Assert.DoesNotContain(conversation.Lines, line => line is Said { OpensUnread: true });
    }

    private static Said Message(long id, string from) =>
        Said.Of(new Message { Id = id, Room = 1, From = new Sender(id, from), At = Noon, Text = "…" }, isOwn: from == "cindy");

    private void Say(string from, int minute) => conversation.Add(new Said($"{from}{minute}", Noon.AddMinutes(minute), from, "…", IsOwn: false));

    private IEnumerable<bool> Continues() => conversation.Lines.OfType<Said>().Select(said => said.Continues);
}
