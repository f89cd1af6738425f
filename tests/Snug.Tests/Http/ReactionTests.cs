using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class ReactionTests
{
    [Fact]
    public async Task Reactions_are_gathered_under_their_emoji()
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var said = await cindy.SayAsync("pizza");

        (await cindy.PutAsync(PathOf(said, "🍕"))).Is(204);
        (await ethan.PutAsync(PathOf(said, "🍕"))).Is(204);
        (await ethan.PutAsync(PathOf(said, "🍕"))).Is(204);
        (await ethan.PutAsync(PathOf(said, "👨‍👩‍👧‍👦"))).Is(204);
        Assert.Equal(["🍕 cindy ethan", "👨‍👩‍👧‍👦 ethan"], await ReactionsAsync(cindy));

        (await ethan.DeleteAsync(PathOf(said, "🍕"))).Is(204);
        (await ethan.DeleteAsync(PathOf(said, "🍕"))).Is(204);
        Assert.Equal(["🍕 cindy", "👨‍👩‍👧‍👦 ethan"], await ReactionsAsync(cindy));
        Assert.Equal(
            ["🍕 cindy True", "🍕 ethan True", "👨‍👩‍👧‍👦 ethan True", "🍕 ethan False"],
            (await cindy.PollAsync()).Skip(1).Select(one => $"{one["emoji"]} {one["user"]!["name"]} {(bool)one["added"]!}"));
    }

    [Theory]
    [InlineData("❤️")]
    [InlineData("👍🏽")]
    [InlineData("🇩🇪")]
    [InlineData("1️⃣")]
    [InlineData("‼️")]
    [InlineData("〰️")]
    public async Task Every_emoji_is_a_reaction(string emoji)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var said = await cindy.SayAsync("pizza");

        (await cindy.PutAsync(PathOf(said, emoji))).Is(204);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a\ufe0f")]
    [InlineData(" ")]
    [InlineData("👍👍")]
    [InlineData("\u200b")]
    [InlineData("<script>")]
    public async Task Anything_else_is_not(string text)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        var said = await cindy.SayAsync("pizza");

        (await cindy.PutAsync(PathOf(said, text))).IsRefused(400, "invalid-emoji");
    }

    private static string PathOf(long message, string emoji) => $"/api/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}";

    private static async Task<IEnumerable<string>> ReactionsAsync(ChatUser reader) =>
        from reaction in (await reader.GetAsync("/api/rooms/1/messages")).Is(200).Body["messages"]![0]!["reactions"]!.AsArray()
        select $"{reaction["emoji"]} {string.Join(' ', reaction["users"]!.AsArray())}";
}
