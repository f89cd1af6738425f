using Snug.Client;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverLine;

namespace Snug.Desktop.Tests.Model;

public sealed class LineOutboxTests
{
    [Fact]
    public void More_than_it_holds_is_not_taken()
    {
        var (outbox, room) = (new LineOutbox(), ChatRoom.Lobby());

        for (var i = 0; i < LineOutbox.MaxTexts; i++) Assert.True(outbox.TrySay(room, new NewMessage($"{i}"), []));

        Assert.False(outbox.TrySay(room, new NewMessage("one too many"), []));
    }

    [Fact]
    public void One_with_nothing_in_it_closes_at_once() => Assert.True(new LineOutbox().CloseAsync().IsCompleted);
}
