using Snug.Tests.Running;

namespace Snug.Tests.Http;

public class RightsTests
{
    [Theory]
    [InlineData("lobby")]
    [InlineData("public")]
    [InlineData("private")]
    [InlineData("direct")]
    [InlineData("archived")]
    public async Task Everyone_may_do_what_the_table_says_and_nothing_else(string kind)
    {
        var table = await File.ReadAllLinesAsync(Repository.PathOf("tests/Snug.Tests/Http/Rights.txt"));
        var rows = table.SkipWhile(line => !line.StartsWith(kind, StringComparison.Ordinal)).TakeWhile(line => line != "").Select(Split).ToList();
        await using var stage = await RightsStage.SetAsync();
        var surprises = new List<string>();

        foreach (var row in rows.Skip(1))
        {
            for (var column = 1; column < row.Length; column++)
            {
                await stage.BeginAsync(kind);
                var ended = await TryAsync(stage, row[0], stage[rows[0][column]]);
                if (ended != row[column]) surprises.Add($"{row[0]} by {rows[0][column]}: {ended} instead of {row[column]}");
            }
        }

        Assert.InRange(rows.Count, 18, 30);
        Assert.Empty(surprises);
    }

    [Fact]
    public async Task A_room_that_is_not_for_you_answers_exactly_like_one_that_is_not_there()
    {
        await using var stage = await RightsStage.SetAsync();
        foreach (var kind in new[] { "private", "direct" })
        {
            await stage.BeginAsync(kind);
            foreach (var action in RightsActions.All)
            {
                var hidden = await RightsActions.AskAsync(action, stage["outsider"], stage.Room, stage.Message, stage["member"].Id, "extra");
                var missing = await RightsActions.AskAsync(action, stage["outsider"], 987_654, 987_654, stage["member"].Id, "extra");
                Assert.Equal((action, missing.Status, missing.Text), (action, hidden.Status, hidden.Text));
            }
        }
    }

    private static async Task<string> TryAsync(RightsStage stage, string action, ChatUser asker)
    {
        if (asker.Token is null || asker.Name == "banned") return Word(await RightsActions.AskAsync(action, asker, stage.Room, stage.Message, 1, "extra"));

        return action switch
        {
            "list" => await asker.RoomAsync(stage.Room) is null ? "none" : "ok",
            "events" => await HearsAsync(stage, asker),
            "unread" => await CountsAsync(stage, asker, "unread"),
            "mention" => await CountsAsync(stage, asker, "mentions"),
            _ => Word(await RightsActions.AskAsync(action, asker, stage.Room, stage.Message, stage["member"].Id, "extra")),
        };
    }

    private static async Task<string> HearsAsync(RightsStage stage, ChatUser asker)
    {
        while ((await asker.PollAsync()).Count > 0) { }
        var said = await stage["author"].SayAsync("can you hear me?", stage.Room);
        return (await asker.PollAsync()).Any(one => (long)one["id"]! == said) ? "ok" : "deaf";
    }

    private static async Task<string> CountsAsync(RightsStage stage, ChatUser asker, string what)
    {
        var before = await asker.RoomAsync(stage.Room);
        await stage["author"].SayAsync($"@{asker.Name}, are you there?", stage.Room);
        return await asker.RoomAsync(stage.Room) is { } after && (int)after[what]! > (int)before![what]! ? "ok" : "deaf";
    }

    private static string Word(Reply answer) => (answer.Status, answer.Code) switch
    {
        ( >= 200 and < 300, null) => "ok",
        (401, "no-session") => "enter",
        (404, "not-found") => "none",
        (403, "not-joined") => "join",
        (403, "not-allowed") => "no",
        (403, "archived") => "old",
        (400, not null) => "bad",
        _ => $"{answer.Status} {answer.Code}",
    };

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
