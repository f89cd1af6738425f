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
        conversation.Add(new Notice(Noon, "Connection lost"));
        Say("ethan", 7);

        Assert.Equal([false, false, false], Continues());
    }

    [Fact]
    public void The_oldest_lines_go_when_there_are_too_many()
    {
        var dropped = 0;
        conversation.Dropped += () => dropped++;

        for (var i = 0; i < Conversation.MaxLines + 3; i++)
            conversation.Say(Noon, "ethan", $"{i}", isOwn: false);

        Assert.Equal(Conversation.MaxLines, conversation.Lines.Count);
        Assert.Equal(3, dropped);
        Assert.Equal("3", ((Said)conversation.Lines.First()).Text);
    }

    private void Say(string from, int minute) => conversation.Say(Noon.AddMinutes(minute), from, "…", isOwn: false);

    private IEnumerable<bool> Continues() => conversation.Lines.OfType<Said>().Select(said => said.Continues);
}
