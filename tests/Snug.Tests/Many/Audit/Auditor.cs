namespace Snug.Tests.Many.Audit;

/// <summary>Compares what was said and what was heard with the one order of everything. Where they disagree, it shows the place.</summary>
internal static class Auditor
{
    private const int ShownBefore = 5, ShownAfter = 3;

    /// <summary>The order has each id, and each thing that somebody said, once.</summary>
    public static void CheckOrder(IReadOnlyList<Said> order)
    {
        for (var i = 1; i < order.Count; i++) Assert.True(order[i - 1].Id < order[i].Id, $"an id is there twice: {Show(order, i)}");

        var known = new Dictionary<(string, int), Said>();
        foreach (var said in order)
            Assert.True(known.TryAdd((said.From, said.Number), said), $"{said} was stored twice: also as {known[(said.From, said.Number)]}");
    }

    /// <summary>What was acknowledged is stored, where and as which it was acknowledged; nothing is stored that nobody said; who spoke later stands later.</summary>
    public static void CheckPosts(IReadOnlyList<Posted> posts, IReadOnlyList<Said> order)
    {
        var posted = posts.ToDictionary(post => (post.From, post.Number));
        var stored = order.ToDictionary(said => (said.From, said.Number));
        foreach (var post in posts.Where(post => post.Id != 0))
        {
            Assert.True(stored.TryGetValue((post.From, post.Number), out var said), $"{post.AsSaid} was acknowledged and is lost; there is {Around(post.Id, order)}");
            Assert.True(said == post.AsSaid, $"{post.AsSaid} was acknowledged, and is stored as {said}");
        }
        foreach (var said in order)
            Assert.True(posted.TryGetValue((said.From, said.Number), out var post) && post.Room == said.Room, $"{said} is stored, and nobody said it");

        // Nobody may have been told of something before one began to say what stands before that.
        var earliest = long.MaxValue;
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var post = posted[(order[i].From, order[i].Number)];
            Assert.True(post.Begun <= earliest, $"{order[i]} was begun when something behind it had been acknowledged: {Show(order, i)}");
            earliest = Math.Min(earliest, post.Acknowledged);
        }
    }

    /// <summary>A reader heard all of its rooms once, in the one order, and nothing of any other room.</summary>
    public static void CheckReader(string name, IReadOnlySet<long> rooms, IReadOnlyList<Said> heard, IReadOnlyList<Said> order)
    {
        for (var i = 1; i < heard.Count; i++) Assert.True(heard[i - 1].Id < heard[i].Id, $"{name} heard twice, or out of order: {Show(heard, i)}");
        foreach (var said in heard) Assert.True(rooms.Contains(said.Room), $"{name} heard {said}, of a room that it is not in");

        var due = order.Where(said => rooms.Contains(said.Room)).ToList();
        CheckSame($"what {name} should have heard and what it heard", due, [.. heard.Where(said => said.Id <= order[^1].Id)]);
    }

    public static void CheckSame(string what, IReadOnlyList<Said> one, IReadOnlyList<Said> other)
    {
        var same = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(same == one.Count && same == other.Count, $"{what} differ from place {same} of {one.Count} and {other.Count}: {Show(one, same)}\nagainst {Show(other, same)}");
    }

    private static string Around(long id, IReadOnlyList<Said> order) => Show(order, order.TakeWhile(said => said.Id < id).Count());

    private static string Show(IReadOnlyList<Said> order, int place) =>
        string.Concat(Enumerable.Range(place - ShownBefore, ShownBefore + ShownAfter + 1).Where(i => i >= 0 && i < order.Count).Select(i => $"\n  {(i == place ? ">" : " ")} {order[i]}"));
}
