using Microsoft.Data.Sqlite;
using Snug.Server.Store;
using Snug.Tests.Running;

namespace Snug.Tests.Bench;

/// <summary>
/// How long a search takes over a million messages, and what feeding the index costs those who post meanwhile. Not run with
/// the others: <c>Snug.Tests -class Snug.Tests.Bench.SearchBench -explicit only -showLiveOutput</c>.
/// </summary>
public class SearchBench(ITestOutputHelper output)
{
    private const int Messages = 1_000_000;

    [Fact(Explicit = true)]
    public async Task A_million_messages()
    {
        using var data = new TempFolder();
        await using (await TestServer.StartAsync(data: data)) { }
        Fill(data.File("snug.db"));
        await using var server = await TestServer.StartAsync(data: data);
        using var cindy = await server.EnterHttpAsync("cindy");

        var (poster, posts) = (cindy, 0);
        async Task<long> PostAsync()
        {
            // A session may post so many at once; another name begins anew.
            if (++posts % 400 == 0) poster = await server.EnterHttpAsync($"poster{posts}");
            return await poster.SayAsync("meanwhile");
        }

        var begun = TimeProvider.System.GetTimestamp();
        var index = server.Service<SearchIndex>();
        var meanwhile = new List<double>();
        while (index.UpTo < Messages) meanwhile.Add(await MeasureAsync(PostAsync));
        output.WriteLine($"fed in {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:F1} s, posts meanwhile {Describe(meanwhile)}");
        var afterwards = new List<double>();
        for (var i = 0; i < 1_000; i++) afterwards.Add(await MeasureAsync(PostAsync));
        output.WriteLine($"posts afterwards {Describe(afterwards)}");
        foreach (var file in new[] { "snug.db", "search.db" }) output.WriteLine($"{file}: {new FileInfo(data.File(file)).Length / 1e6:F0} MB");

        foreach (var query in new[] { "word7 ", "word19999", "ord1", "word1 word2", "nothing such", "天", "天气", "气候", "好天气", "🎉", "zq", "w", "wo", "ddd&room=2", "word7&room=2", "天气&room=2", "zq&room=2" })
        {
            var times = new List<double>();
            var found = 0;
            for (var i = 0; i < 20; i++)
            {
                times.Add(await MeasureAsync(async () =>
                {
                    var page = await cindy.GetAsync($"/api/search?q={query}");
                    return found = page.Body["messages"]!.AsArray().Count;
                }));
            }
            output.WriteLine($"{query}: {found} found, {Describe(times)}");
        }
    }

    private static void Fill(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        Run(connection, "INSERT INTO users (id, name, key) VALUES (1000000, 'someone', 'someone'); INSERT INTO rooms (id, name, key, kind) VALUES (2, 'small', 'room:small', 'public'), (3, 'hidden', 'room:hidden', 'private')");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events (id, room, type, user_id, at, text) VALUES ($1, $2, 'message', 1000000, $1, $3)";
        var values = Enumerable.Range(1, 3).Select(i => insert.Parameters.AddWithValue($"${i}", 0)).ToList();
        var random = new Random(1);
        for (var id = 1; id <= Messages; id++)
        {
            (values[0].Value, values[1].Value, values[2].Value) = (id, id % 10_000 == 0 ? 2 : id % 5 == 0 ? 3 : 1, Compose(random));
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    // Three to twenty words, the common ones far more often; one message in five is Chinese.
    private static string Compose(Random random)
    {
        if (random.Next(5) == 0) return string.Concat(Enumerable.Range(0, random.Next(4, 40)).Select(_ => (char)(0x4E00 + (int)(Math.Pow(random.NextDouble(), 3) * 5_000)))) + (random.Next(1000) == 0 ? "今天天气好🎉" : "");
        return string.Join(' ', Enumerable.Range(0, random.Next(3, 20)).Select(_ => $"word{(int)(Math.Pow(random.NextDouble(), 4) * 20_000)}"));
    }

    private static async Task<double> MeasureAsync<T>(Func<Task<T>> work)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static string Describe(List<double> times)
    {
        times.Sort();
        return $"median {times[times.Count / 2]:F1} ms, 99th percentile {times[(int)(times.Count * 0.99)]:F1} ms, most {times[^1]:F1} ms ({times.Count} times)";
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
