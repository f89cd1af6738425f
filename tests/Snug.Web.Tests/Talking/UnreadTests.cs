using Microsoft.Playwright;

namespace Snug.Web.Tests.Talking;

public class UnreadTests
{
    [Fact]
    public async Task Who_comes_back_begins_where_they_stopped_reading_and_has_read_what_they_have_seen()
    {
        await using var server = await TestServer.StartAsync();
        using var zoe = await server.EnterHttpAsync("zoe");
        using var account = await server.EnterHttpAsync("cindy");
        (await account.PutAsync("/api/account", new { password = "pizza and spaghetti" })).Is(200);
        var read = await zoe.SayAsync("Read long ago");
        (await account.PutAsync("/api/rooms/1/read", new { upTo = read })).Is(204);
        await zoe.SayAsync("The first that is new");
        await Talk.FillAsync(server, people: 1, messages: 120);
        await using var cindy = await Visitor.ComeAsync(server, "cindy", password: "pizza and spaghetti");

        await Expect(cindy.Row("The first that is new")).ToBeInViewportAsync();
        await Expect(cindy.Timeline().GetByText("New", new() { Exact = true })).ToBeInViewportAsync();
        Assert.Equal(121, await UnreadAsync(account));

        await cindy.Button("Jump to the newest").ClickAsync();
        await Expect(cindy.Timeline().GetByRole(AriaRole.Article).Last).ToBeInViewportAsync();
        await Eventually.Become(() => UnreadAsync(account), unread => unread == 0);
    }

    private static async Task<long> UnreadAsync(ChatUser user) => (long)(await user.GetAsync("/api/rooms")).Is(200).Body["rooms"]![0]!["unread"]!;
}
