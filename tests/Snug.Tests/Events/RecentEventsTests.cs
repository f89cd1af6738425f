using Snug.Server;
using Snug.Server.Events;

namespace Snug.Tests.Events;

/// <summary>What of a room is in memory.</summary>
public class RecentEventsTests
{
    private const int Many = Limits.RecentEvents * 5;

    private readonly RecentEvents recent = new(startsAfter: 0);
    private long last;

    [Fact]
    public void A_room_keeps_its_newest_thousand()
    {
        for (var i = 0; i < Many; i++) Add(Limits.RecentFor * i);

        Assert.Equal(Many - Limits.RecentEvents, recent.StartsAfter);
        Assert.Equal(Limits.RecentEvents, Collected().Count);
    }

    [Fact]
    public void A_busy_one_keeps_what_came_in_the_last_seconds_and_lets_it_go_afterwards()
    {
        for (var i = 0; i < Many; i++) Add(TimeSpan.Zero);
        Assert.Equal(0, recent.StartsAfter);
        Assert.Equal(Enumerable.Range(1, Many).Select(id => (long)id), Collected().ConvertAll(one => one.Id));

        Add(Limits.RecentFor);

        Assert.Equal(Enumerable.Range(Many - Limits.RecentEvents + 2, Limits.RecentEvents).Select(id => (long)id), Collected().ConvertAll(one => one.Id));
    }

    [Fact]
    public void However_busy_it_is_its_bytes_are_bounded()
    {
        var (line, bound) = (new byte[64 * 1024], Limits.BusyBytes / (64 * 1024));

        for (var i = 0; i < bound + 10; i++) Add(TimeSpan.Zero, line);

        Assert.Equal(bound, Collected().Count);
    }

    [Fact]
    public void Long_ones_are_fewer_than_a_thousand()
    {
        var line = new byte[64 * 1024];

        for (var i = 0; i < 100; i++) Add(Limits.RecentFor * i, line);

        Assert.Equal(Limits.RecentBytes / line.Length, Collected().Count);
    }

    private void Add(TimeSpan at, byte[]? line = null) => recent.Add(new(++last, line ?? [], [], at));

    private List<Event> Collected()
    {
        var found = new List<Event>();
        recent.Collect(recent.StartsAfter, last, found);
        return found;
    }
}
