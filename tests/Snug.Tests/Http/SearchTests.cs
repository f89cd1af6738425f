using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Snug.Server;
using Snug.Server.Store;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class SearchTests
{
    private static readonly string[] Said =
    [
        "We had pizza last night", "今天天气很好，我们去公园吧", "Съешь же ещё этих мягких булок", "İstanbul'da buluşalım", "100% sure_thing \"quoted\" it's",
        "a AND b OR NOT c NEAR(d) text:e f*", "party 🎉👩‍👩‍👧 tonight", "東京タワーへ行こう", "안녕하세요 여러분", "naïve café", "猫",
    ];

    // What is searched for, and which of those it is in; -1 for none.
    private static readonly (string Query, int In)[] Cases =
    [
        ("PIZZA", 0), ("izz", 0), ("d p", 0), ("iz", 0), ("Z", 0), ("天气", 1), ("公", 1), ("吧", 1), ("我们去公园", 1),
        ("МЯГКИХ", 2), ("ещ", 2), ("istanbul", -1), ("BULUŞ", 3), ("0% ", 4), ("%", 4), ("_", 4), ("e_t", 4),
        ("\"quoted\"", 4), ("g \"q", 4), ("\"", 4), ("t's", 4), ("AND b OR NOT", 5), ("near(D) ", 5), ("text:e", 5), ("f*", 5),
        ("pizza OR 猫", -1), ("pizza*", -1), ("🎉", 6), ("👩‍👧", 6), ("タワー", 7), ("東京", 7), ("녕하", 8), ("CAFÉ", 9),
        ("cafe", -1), ("猫", 10), ("氣", -1), ("天很", -1),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_text_is_found_wherever_it_stands(bool isIndexed)
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        foreach (var text in Said) await cindy.SayAsync(text);
        if (isIndexed) await IndexAsync(server, time);

        foreach (var (query, at) in Cases)
            Assert.Equal((query, at < 0 ? "" : Said[at]), (query, string.Join('|', await FindAsync(cindy, query))));
    }

    [Fact]
    public async Task Only_what_the_asker_may_see_is_found()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        var (secret, open) = (await cindy.OpenRoomAsync("secret", isPrivate: true), await cindy.OpenRoomAsync("open", isPrivate: false));
        foreach (var (room, text) in new[] { (secret, "a pizza in secret"), (open, "a pizza for all 猫"), (1, "a pizza here 猫") }) await cindy.SayAsync(text, room);

        foreach (var isIndexed in new[] { false, true })
        {
            if (isIndexed) await IndexAsync(server, time);
            Assert.Equal(["a pizza here 猫", "a pizza for all 猫", "a pizza in secret"], await FindAsync(cindy, "pizza"));
            Assert.Equal(["a pizza here 猫", "a pizza for all 猫"], await FindAsync(ethan, "pizza"));
            Assert.Equal(["a pizza for all 猫"], await FindAsync(ethan, "pizza", $"&room={open}"));
            Assert.Equal(["a pizza for all 猫"], await FindAsync(ethan, "猫", $"&room={open}"));
            Assert.Equal(["a pizza here 猫"], await FindAsync(ethan, "pi", "&room=1"));
            (await ethan.GetAsync($"/api/search?q=pizza&room={secret}")).IsRefused(404, "not-found");
        }
        using var nobody = new ChatUser(server.HttpUrl);
        (await nobody.GetAsync("/api/search?q=pizza")).IsRefused(401, "no-session");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Messages_are_found_as_they_stand_now(bool indexedBefore, bool indexedAfter)
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        var (edited, deleted) = (await cindy.SayAsync("a pizza 猫"), await cindy.SayAsync("one more pizza 猫"));
        if (indexedBefore) await IndexAsync(server, time);

        await cindy.PatchAsync($"/api/messages/{edited}", new { text = "some pasta 犬" });
        await cindy.Http.DeleteAsync($"/api/messages/{deleted}");
        if (indexedAfter) await IndexAsync(server, time);

        foreach (var gone in new[] { "pizza", "猫" }) Assert.Empty(await FindAsync(cindy, gone));
        foreach (var there in new[] { "pasta", "犬" }) Assert.Single(await FindAsync(cindy, there));
        if (indexedAfter) Assert.Empty(server.Service<SearchIndex>().Find(SearchTerms.For("pizza", null)!, long.MaxValue, 10));
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_first()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(time);
        using var cindy = await server.EnterHttpAsync("cindy");
        for (var i = 1; i <= 120; i++)
        {
            await cindy.SayAsync($"pizza {i:000}");
            if (i == 90) await IndexAsync(server, time);
        }

        foreach (var query in new[] { "pizza", "zz" })
        {
            var (found, before) = (new List<string>(), "");
            while ((await cindy.GetAsync($"/api/search?q={query}{before}")).Is(200).Body is var page)
            {
                found.AddRange(Texts(page));
                Assert.True(Texts(page).Length <= Limits.SearchPage);
                if (!page["more"]!.GetValue<bool>()) break;
                before = $"&before={page["next"]}";
            }
            Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(i => $"pizza {i:000}"), found);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task What_cannot_be_searched_for_is_refused(string query)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");

        var answer = await cindy.GetAsync($"/api/search?q={Uri.EscapeDataString(query)}");

        answer.IsRefused(400, "invalid-query");
    }

    [Theory]
    [InlineData("kept")]
    [InlineData("lost")]
    [InlineData("damaged")]
    [InlineData("foreign")]
    public async Task The_index_catches_up_after_a_start(string index)
    {
        using var data = new TempFolder();
        string token;
        await using (var server = await TestServer.StartAsync(new ManualTime(), data))
        {
            using var cindy = await server.EnterHttpAsync("cindy");
            token = cindy.Token!;
            await cindy.SayAsync("a pizza 猫");
        }
        if (index == "lost") File.Delete(data.File("search.db"));
        if (index == "damaged") await File.WriteAllTextAsync(data.File("search.db"), "This was an index once, and is none any more.");
        if (index == "foreign") Change(data.File("search.db"), "UPDATE progress SET chat = 'other', up_to = 1");

        await using var again = await TestServer.StartAsync(new ManualTime(), data);
        await Eventually.Become(() => Task.FromResult(again.Service<SearchIndex>().UpTo), upTo => upTo == again.Service<Snug.Server.Events.ChatState>().Head);
        using var cindyAgain = new ChatUser(again.HttpUrl, token);

        Assert.Equal(["a pizza 猫"], await FindAsync(cindyAgain, "pizza"));
        Assert.Single(again.Service<SearchIndex>().Find(SearchTerms.For("pizza", null)!, long.MaxValue, 10));
    }

    private static async Task<string[]> FindAsync(ChatUser asker, string query, string more = "") =>
        Texts((await asker.GetAsync($"/api/search?q={Uri.EscapeDataString(query)}{more}")).Is(200).Body);

    private static string[] Texts(JsonNode page) => [.. page["messages"]!.AsArray().Select(message => message!["text"]!.GetValue<string>())];

    private static async Task IndexAsync(TestServer server, ManualTime time)
    {
        var newest = server.Service<Snug.Server.Events.ChatState>().Head;
        await Eventually.Become(
            () =>
            {
                time.Advance(Limits.FeedSearch);
                return Task.FromResult(server.Service<SearchIndex>().UpTo);
            },
            upTo => upTo == newest);
    }

    private static void Change(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
