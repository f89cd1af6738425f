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

    private void Say(string from, int minute) => conversation.Add(new Said($"{from}{minute}", Noon.AddMinutes(minute), from, "…", IsOwn: false));

    private IEnumerable<bool> Continues() => conversation.Lines.OfType<Said>().Select(said => said.Continues);
}
