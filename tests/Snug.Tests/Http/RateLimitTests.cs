using System.Globalization;
using Snug.Server;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class RateLimitTests
{
    [Fact]
    public async Task A_bot_may_say_a_hundred_things_at_once_and_twenty_a_second_for_long()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var bot = await server.EnterHttpAsync("bot");

        for (var second = 0; second < 20; second++)
        {
            for (var i = 0; i < (second == 0 ? 100 : 20); i++) await bot.SayAsync($"{second} {i}");
            time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Who_is_too_fast_is_told_when_to_try_again_and_may_then()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var bot = await server.EnterHttpAsync("bot");
        using var cindy = await server.EnterHttpAsync("cindy");
        for (var i = 0; i < Limits.PostBurst; i++) await bot.SayAsync($"message {i}");

        var refused = await bot.PostAsync("/api/rooms/1/messages", new { text = "too much", nonce = "n" });
        refused.IsRefused(429, "too-fast");
        (await bot.PostAsync("/api/rooms", new { name = "too much" })).IsRefused(429, "too-fast");
        await cindy.SayAsync("I am not held up");

        var pause = int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);
        Assert.InRange(pause, 1, 10);
        time.Advance(TimeSpan.FromSeconds(pause));
        (await bot.PostAsync("/api/rooms/1/messages", new { text = "in time", nonce = "n" })).Is(201);
    }

    [Fact]
    public async Task Passwords_cannot_be_guessed_on_and_on()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        await cindy.PutAsync("/api/account", new { password = "correct horse" });
        using var thief = new ChatUser(server.HttpUrl);
        for (var i = 0; i < Limits.PasswordBurst; i++) (await GuessAsync($"guess number {i}")).IsRefused(401, "wrong-password");

        var refused = await GuessAsync("correct horse");
        refused.IsRefused(429, "too-fast");
        time.Advance(TimeSpan.FromSeconds(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture)));
        (await GuessAsync("correct horse")).Is(201);

        Task<Reply> GuessAsync(string password) => thief.PostAsync("/api/session", new { name = "cindy", password });
    }

    [Fact]
    public async Task This_machine_may_come_in_as_often_as_it_likes()
    {
        await using var server = await TestServer.StartAsync(new ManualTime());

        for (var i = 0; i < Limits.EntryBurst * 3; i++)
        {
            using var visitor = await server.EnterHttpAsync($"visitor{i}");
        }
    }

    [Fact]
    public async Task Nobody_opens_more_rooms_than_they_can_be_in()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        for (var i = 1; i < Limits.RoomsPerUser; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1 / Limits.OpeningsPerSecond));
            await cindy.OpenRoomAsync($"room {i}");
        }

        (await cindy.PostAsync("/api/rooms", new { name = "one more" })).IsRefused(400, "too-many-rooms");
    }
}
