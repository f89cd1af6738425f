using Snug.Server;
using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>PostgreSQL away, and back.</summary>
[Collection(nameof(OneAfterAnother))]
public class AwayTests(SharedPostgres postgres)
{
    private static readonly TimeSpan Bound = Limits.LongestWrite + TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_its_database_a_chat_can_be_read_and_posts_are_refused_until_it_is_back(bool isSilent)
    {
        var database = await postgres.NewDatabaseAsync();
        var cluster = await postgres.StartAsync();
        await using var network = new CuttingProxy(cluster.Port);
        await using var fleet = await ServerFleet.StartAsync(2, cluster.Address(database, network.Port));
        using ChatUser cindy = await fleet.EnterAsync(0, "cindy"), ethan = await fleet.EnterAsync(1, "ethan");
        var first = ethan.Next;
        await cindy.SayAsync("before");
        await Eventually.Become(ethan.HearAsync, heard => heard.Contains("before"));
        var next = ethan.Next;

        if (isSilent) network.Freeze();
        else network.Close();
        foreach (var person in (ChatUser[])[cindy, ethan])
        {
            var begun = TimeProvider.System.GetTimestamp();
            var refused = await person.PostAsync("/api/rooms/1/messages", new { text = $"{person.Name} meanwhile", nonce = "n" });
            Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, Bound);
            Assert.Equal(503, refused.Status);
            Assert.NotNull(refused.Headers.RetryAfter);
        }
        (await ethan.AskEventsAsync(wait: 1)).Is(204);
        ethan.Next = first;
        Assert.Equal(["before"], await ethan.HearAsync());
        Assert.Equal(next, ethan.Next);
        Assert.Equal(503, (await cindy.GetAsync("/healthz")).Status);

        if (isSilent) network.Thaw();
        else network.Reopen();
        foreach (var person in (ChatUser[])[cindy, ethan])
            await Eventually.Become(
                async () => (await person.PostAsync("/api/rooms/1/messages", new { text = $"{person.Name} meanwhile", nonce = "n" })).Status, status => status is 200 or 201);
        var heard = new List<string>();
        await Eventually.Become(async () => { heard.AddRange(await ethan.HearAsync()); return heard.Count; }, count => count >= 2);
        Assert.Equal(["cindy meanwhile", "ethan meanwhile"], heard.Order());
        await Eventually.Become(async () => (await cindy.GetAsync("/healthz")).Status, status => status == 200);
    }
}
