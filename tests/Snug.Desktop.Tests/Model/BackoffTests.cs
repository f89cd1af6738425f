using Snug.Desktop.Model.OverLine;

namespace Snug.Desktop.Tests.Model;

public sealed class BackoffTests
{
    [Fact]
    public void Waits_grow_from_one_second_to_fifteen_and_are_spread()
    {
        var backoff = new Backoff(new Random(7));
        int[] seconds = [1, 2, 4, 8, 15, 15, 15];

        var waits = seconds.Select(_ => backoff.Next().TotalSeconds).ToList();

        Assert.All(waits.Zip(seconds), wait => Assert.InRange(wait.First, wait.Second * 0.8, wait.Second * 1.2));
        Assert.Equal(waits.Count, waits.Distinct().Count());
    }
}
