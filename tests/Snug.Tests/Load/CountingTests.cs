using System.Text;
using Snug.Load.Counting;
using Snug.Load.Crowds;

namespace Snug.Tests.Load;

public class CountingTests
{
    [Fact]
    public void Times_within_which_a_part_was_are_right_to_a_sixtieth()
    {
        var histogram = new Histogram();
        for (var microseconds = 1; microseconds <= 1_000_000; microseconds++) histogram.Record(microseconds);

        Assert.InRange(histogram.Within(0.5, 1_000_000), 500, 500 * 61 / 60.0);
        Assert.InRange(histogram.Within(0.99, 1_000_000), 990, 990 * 61 / 60.0);
        Assert.Equal((1_000_000, 1_000_000, 1_000), (histogram.Count, histogram.Longest, histogram.Within(1, 1_000_000)));
    }

    [Fact]
    public void Times_of_nothing_are_none_and_a_very_long_one_is_the_longest()
    {
        var histogram = new Histogram();
        Assert.Equal((0, 0), (histogram.Within(0.99, 0), histogram.Longest));

        histogram.Record(long.MaxValue);

        Assert.Equal((1L << 40) - 1, histogram.Longest);
    }

    [Fact]
    public void What_never_came_took_longer_than_all_that_did()
    {
        var histogram = new Histogram();
        for (var i = 0; i < 98; i++) histogram.Record(1_000);

        Assert.InRange(histogram.Within(0.5, 100), 1, 1.02);
        Assert.Equal(double.PositiveInfinity, histogram.Within(0.99, 100));
    }

    [Fact]
    public void A_message_is_known_again_in_any_surroundings_and_only_when_it_is_whole()
    {
        var marks = new Marks(50);
        var text = $"MSGS: <a>~{marks.Run}~ <b>{Encoding.ASCII.GetString(marks.Text(42))} <c>{Encoding.ASCII.GetString(marks.Text(43))}";
        var bytes = Encoding.ASCII.GetBytes(text);

        Assert.Equal(42, marks.Find(bytes, out var end));
        Assert.Equal(43, marks.Find(bytes.AsSpan(end), out _));
        Assert.Equal(-1, marks.Find(bytes.AsSpan(0, end - 1), out _));
    }

    [Fact]
    public void A_wheel_gives_each_key_when_it_is_due_and_never_before_its_slot()
    {
        const int Keys = 10_000, Longest = 1_200_000_000;
        var wheel = new Wheel(Keys, Longest);
        var random = new Random(7);
        var due = Enumerable.Range(0, Keys).Select(_ => 5_000_000_000 + random.NextInt64(Longest)).ToArray();
        for (var key = 0; key < Keys; key++) wheel.Add(key, due[key]);

        var seen = 0;
        for (var now = 5_000_000_000; now <= 5_000_000_000 + Longest; now += 1_000_000)
        {
            while (wheel.Take(now) is >= 0 and var key)
            {
                Assert.InRange(due[key], now - 1_000_000, now + Longest / 65_000);
                seen++;
            }
            Assert.True(wheel.NextDue > now);
        }
        Assert.Equal((Keys, long.MaxValue), (seen, wheel.NextDue));
    }
}
