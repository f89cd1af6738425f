using Snug.Server;
using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>Limits that hold for somebody wherever they ask.</summary>
[Collection(nameof(OneAfterAnother))]
public class LimitTests(SharedPostgres postgres)
{
    private readonly ManualTime time = new();

    [Fact]
    public async Task Who_is_too_fast_at_one_server_is_too_fast_at_another()
    {
        await using TestServer one = await StartAsync("posts"), other = await StartAsync("posts");
        using var bot = await one.EnterHttpAsync("bot");
        using var elsewhere = new ChatUser(other.HttpUrl, bot.Token);
        for (var i = 0; i < Limits.PostBurst; i++) await bot.SayAsync($"message {i}");

        await PassOnAsync(one, other);

        var refused = await elsewhere.PostAsync("/api/rooms/1/messages", new { text = "too much" });
        // What half a second gives back is there.
        for (var i = 0; refused.Status == 201 && i < Limits.PostsPerSecond; i++) refused = await elsewhere.PostAsync("/api/rooms/1/messages", new { text = "too much" });
        refused.IsRefused(429, "too-fast");
        time.Advance(TimeSpan.FromSeconds(1));
        await elsewhere.SayAsync("in time");
    }

    [Fact]
    public async Task A_password_cannot_be_guessed_at_each_server_anew()
    {
        await using TestServer one = await StartAsync("guesses"), other = await StartAsync("guesses");
        using var cindy = await one.EnterHttpAsync("cindy");
        (await cindy.PutAsync("/api/account", new { password = "correct horse" })).Is(200);
        using ChatUser thief = new(one.HttpUrl), elsewhere = new(other.HttpUrl);
        for (var i = 0; i < Limits.PasswordBurst; i++) (await thief.PostAsync("/api/session", new { name = "cindy", password = $"guess {i}" })).IsRefused(401, "wrong-password");

        await PassOnAsync(one, other);

        (await elsewhere.PostAsync("/api/session", new { name = "cindy", password = "correct horse" })).IsRefused(429, "too-fast");
    }

    // What was counted is told within half a second, before what is said after it.
    private async Task PassOnAsync(TestServer from, TestServer to)
    {
        using ChatUser speaker = await from.EnterHttpAsync("speaker"), listener = await to.EnterHttpAsync("listener");
        time.Advance(Limits.ShowPresence);
        await from.Service<Snug.Server.Events.Log>().CatchUpAsync();
        await speaker.SayAsync("now");
        await Eventually.Become(listener.HearAsync, heard => heard.Contains("now"));
    }

    private async Task<TestServer> StartAsync(string chat)
    {
        var cluster = await postgres.StartAsync();
        if (await cluster.QueryAsync($"SELECT count(*) FROM pg_database WHERE datname = '{chat}'") == "0") await cluster.CreateDatabaseAsync(chat);
        return await TestServer.StartAsync(time, with: options => options with { Database = cluster.Address(chat) });
    }
}
