using Snug.Desktop.Model;

namespace Snug.Desktop.Tests.Model;

public sealed class OutboxTests
{
    [Fact]
    public void More_than_it_holds_is_not_taken()
    {
        var outbox = new Outbox();

        for (var i = 0; i < Outbox.MaxTexts; i++) Assert.True(outbox.TryAdd($"{i}"));

        Assert.False(outbox.TryAdd("one too many"));
    }

    [Fact]
    public void One_with_nothing_in_it_closes_at_once() => Assert.True(new Outbox().CloseAsync().IsCompleted);
}
