namespace Snug.Tests.Many.Audit;

/// <summary>
/// Says numbered things, one or several at once, each at any server, and the same again with the same nonce until it is
/// acknowledged; now and then it gives one up after a failure, as who closes the page does.
/// </summary>
internal sealed class AuditWriter(AuditPerson person, ServerFleet fleet, Tally tally, Random random)
{
    private const int MostAtOnce = 20;

    // A session may post 50 a second for long.
    private static readonly TimeSpan PauseEach = TimeSpan.FromMilliseconds(25);

    private readonly long[] rooms = [.. person.Rooms];

    /// <summary>All that was tried.</summary>
    public List<Posted> Posts { get; } = [];

    /// <summary>Whom it is.</summary>
    public AuditPerson Person => person;

    /// <summary>Speaks until it is told to stop; what is open then is said still.</summary>
    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var count = random.Next(4) == 0 ? random.Next(2, MostAtOnce) : 1;
            await Task.WhenAll(Enumerable.Range(0, count).Select(_ => SayAsync(new Random(random.Next()))));
            await Task.Delay(PauseEach * count, TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Says something in a room, however often that takes, and returns its id.</summary>
    public async Task<long> SayInAsync(long room)
    {
        var posted = Begin(room);
        while (!await TryAsync(posted, random)) tally.Count("posts repeated");
        return posted.Id;
    }

    private Posted Begin(long room)
    {
        tally.Count("posts");
        Posts.Add(new Posted(room, person.Name, Posts.Count, TimeProvider.System.GetTimestamp()));
        return Posts[^1];
    }

    private async Task SayAsync(Random own)
    {
        var posted = Begin(rooms[own.Next(rooms.Length)]);
        while (!await TryAsync(posted, own))
        {
            if (own.Next(30) == 0)
            {
                tally.Count("posts given up after a failure");
                return;
            }
            tally.Count("posts repeated");
            await Task.Delay(TimeSpan.FromMilliseconds(own.Next(50, 250)), TimeProvider.System);
        }
    }

    private async Task<bool> TryAsync(Posted posted, Random own)
    {
        var answer = await person.TryAskAsync(fleet.Pick(own), HttpMethod.Post, $"/api/rooms/{posted.Room}/messages", new { text = posted.Text, nonce = posted.Text });
        if (answer is null) return false;
        if (answer.Status is 429 or 503)
        {
            tally.Count($"posts refused: {answer.Status} {answer.Code}");
            Assert.True(answer.Headers.RetryAfter is not null, $"{answer.Status} {answer.Code} without Retry-After");
            return false;
        }

        Assert.True(answer.Status is 200 or 201, $"{posted.Text} was answered {answer.Status}: {answer.Text}");
        if (answer.Status == 200) tally.Count("posts found by their nonce");
        Assert.Equal((posted.Room, posted.Text), ((long)answer.Body["room"]!, (string)answer.Body["text"]!));
        (posted.Id, posted.Acknowledged) = (answer.Id, TimeProvider.System.GetTimestamp());
        tally.CountAcknowledged();
        return true;
    }
}
