using System.Text.Json;

namespace Snug.Bench.Keeping;

/// <summary>How long people wait for what was said long ago.</summary>
internal static class LookingBack
{
    private const int Messages = 5_000_000, Times = 300, WarmUp = 30;
    private const string Late = "99 % ms";

    private static readonly Func<long, string>[] Pages =
    [
        _ => "/api/rooms/1/messages?limit=50",
        _ => $"/api/rooms/1/messages?limit=50&before={Messages / 2}",
        small => $"/api/rooms/{small}/messages?limit=50&before={Messages / 2}",
        _ => "/api/search?q=" + LargeChat.Word(0),
        _ => "/api/search?q=" + LargeChat.Word(19_999),
        _ => $"/api/search?q={LargeChat.Word(1)}%20{LargeChat.Word(2)}",
        small => $"/api/search?q={LargeChat.Word(3)}&room={small}",
        _ => "/api/search?q=nothingofthekind",
    ];

    private static readonly string[] Names =
    [
        "history, the newest", "history, far back", "history of a small room, far back",
        "search, a word in every few messages", "search, a rare word", "search, two words side by side", "search in a small room", "search for what is nowhere",
    ];

    public static Scenario Scenario { get; } = new(
        "back", "History and search over five million messages",
        "One person asks 300 times for a page of 50 messages, over HTTP, one request after the other, of a chat of five million messages of 3 to 20 words. Times are of whole requests.",
        [new("found", "0"), new("half ms", "0.0"), new(Late, "0.0"), new("most ms", "0.0")],
        [.. Names.Select((name, i) => new Subject(name, plan => MeasureAsync(plan, Pages[i])))],
        [new("a page of history or of a search comes within 20 ms (99 of 100, the slowest kind)", round => Names.Max(name => round[name, Late]), 20, "0.0", "ms")
        {
            Why = "the index is of three letters each, to find any text in any script: a rare word is made of parts that are not rare, and all the places of these are looked through.",
        }]) { Minutes = _ => 1 };

    private static async Task<IReadOnlyList<double>> MeasureAsync(Plan plan, Func<long, string> page)
    {
        using var server = await ServerUnderTest.StartSnugOnAsync(plan.Server, LargeChat.Of(plan.IsQuick ? Messages / 100 : Messages));
        using var http = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(30) };
        using var entered = await http.PostAsJsonAsync("/api/session", new { name = "reader" });
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await entered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString());
        var rooms = (await http.GetFromJsonAsync<JsonElement>("/api/rooms")).GetProperty("rooms").EnumerateArray();
        var address = page(rooms.First(room => room.GetProperty("name").GetString() == LargeChat.SmallRoom).GetProperty("id").GetInt64());

        var (times, found) = (new List<double>(), 0);
        for (var i = 0; i < WarmUp + Times; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode) throw new SubjectFailedException(text);
            if (i >= WarmUp) times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            else found = JsonSerializer.Deserialize<JsonElement>(text).GetProperty("messages").GetArrayLength();
        }
        times.Sort();
        return [found, Spread.Within(times, 0.5), Spread.Within(times, 0.99), times[^1]];
    }
}
