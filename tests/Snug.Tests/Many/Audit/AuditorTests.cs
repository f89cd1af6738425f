using Xunit.Sdk;

namespace Snug.Tests.Many.Audit;

/// <summary>What the auditor must not let pass.</summary>
public class AuditorTests
{
    private static readonly List<Said> Order = [new(1, 1, "cindy", 0), new(2, 7, "ethan", 0), new(5, 1, "cindy", 1), new(6, 1, "ethan", 1)];

    private static List<Posted> Posts =>
    [
        .. Order.Select((said, i) => new Posted(said.Room, said.From, said.Number, Begun: i * 10) { Id = said.Id, Acknowledged = (i * 10) + 5 }),
        new Posted(7, "ethan", 2, Begun: 60),
    ];

    [Fact]
    public void What_is_right_passes()
    {
        Auditor.CheckOrder(Order);
        Auditor.CheckPosts(Posts, Order);
        Auditor.CheckPosts(Posts, [.. Order, new(9, 7, "ethan", 2)]);
        Auditor.CheckReader("lia", new HashSet<long> { 1 }, [Order[0], Order[2], Order[3]], Order);
    }

    [Fact]
    public void An_order_with_something_twice_does_not_pass()
    {
        IsFault("id is there twice", () => Auditor.CheckOrder([Order[0], new(1, 1, "ethan", 4)]));
        IsFault("stored twice", () => Auditor.CheckOrder([.. Order, new(9, 1, "cindy", 1)]));
    }

    [Fact]
    public void What_was_acknowledged_and_is_lost_or_elsewhere_does_not_pass()
    {
        IsFault("is lost", () => Auditor.CheckPosts(Posts, [.. Order.Where(said => said.Id != 5)]));
        IsFault("stored as", () => Auditor.CheckPosts(Posts, [Order[0], Order[1], Order[2] with { Id = 4 }, Order[3]]));
        IsFault("nobody said it", () => Auditor.CheckPosts(Posts, [.. Order, new(9, 1, "cindy", 8)]));
    }

    [Fact]
    public void What_stands_before_what_was_acknowledged_earlier_does_not_pass()
    {
        var posts = Posts;
        posts[0] = new Posted(1, "cindy", 0, Begun: 20) { Id = 1, Acknowledged = 25 };

        IsFault("begun when something behind it", () => Auditor.CheckPosts(posts, Order));
    }

    [Theory]
    [InlineData("differ from place 1 of 3 and 2", 1, 6)]
    [InlineData("twice, or out of order", 1, 6, 5)]
    [InlineData("twice, or out of order", 1, 5, 5, 6)]
    [InlineData("of a room that it is not in", 1, 2, 5, 6)]
    [InlineData("differ from place 2 of 3 and 2", 1, 5)]
    public void A_reader_who_missed_something_or_heard_it_otherwise_does_not_pass(string fault, params int[] heard) =>
        IsFault(fault, () => Auditor.CheckReader("lia", new HashSet<long> { 1 }, [.. heard.Select(id => Order.First(said => said.Id == id))], Order));

    private static void IsFault(string words, Action check) => Assert.Contains(words, Assert.ThrowsAny<XunitException>(check).Message);
}
