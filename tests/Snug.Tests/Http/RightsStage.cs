using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>The people of the table of rights, and a new room of theirs for each try.</summary>
internal sealed class RightsStage : IAsyncDisposable
{
    private readonly Dictionary<string, ChatUser> people;
    private readonly ManualTime time;
    private readonly TestServer server;
    private int rooms;

    private RightsStage(TestServer server, ManualTime time, Dictionary<string, ChatUser> people)
    {
        this.server = server;
        this.time = time;
        this.people = people;
    }

    /// <summary>The room of this try, and the message that its author wrote there.</summary>
    public long Room { get; private set; }

    public long Message { get; private set; }

    public ChatUser this[string name] => people[name];

    /// <summary>Somebody who is in no room.</summary>
    public ChatUser Extra => people["extra"];

    public static async Task<RightsStage> SetAsync()
    {
        var time = new ManualTime();
        var server = await TestServer.StartAsync(time);
        var people = new Dictionary<string, ChatUser>
        {
            ["nobody"] = new(server.HttpUrl),
            ["admin"] = await server.EnterAdminAsync("admin"),
            ["boss"] = await server.EnterAdminAsync("boss"),
        };
        foreach (var guest in new[] { "outsider", "member", "author", "invited", "removed", "banned", "extra" })
            people[guest] = await server.EnterHttpAsync(guest);
        (await people["boss"].PostAsync("/api/bans", new { name = "banned" })).Is(201);
        return new(server, time, people);
    }

    /// <summary>Opens the room of a try, with everyone in the place that their name says.</summary>
    public async Task BeginAsync(string kind)
    {
        // Nobody is too fast at this pace.
        time.Advance(TimeSpan.FromSeconds(2));
        var (author, boss) = (this["author"], this["boss"]);
        Room = kind switch
        {
            "lobby" => ChatUser.Lobby,
            "direct" => (await author.AskDirectAsync("member", "boss")).Id,
            _ => await author.OpenRoomAsync($"{kind} {++rooms}", kind == "private"),
        };
        if (kind is not ("lobby" or "direct"))
        {
            foreach (var name in new[] { "boss", "member", "invited", "removed" }) await author.InviteAsync(Room, this[name]);
            (await boss.DeleteAsync($"/api/rooms/{Room}/users/{this["removed"].Id}")).Is(204);
        }
        Message = await author.SayAsync("what it is about", Room);
        if (kind == "archived") (await boss.PatchAsync($"/api/rooms/{Room}", new { archived = true })).Is(200);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values) person.Dispose();
        await server.DisposeAsync();
    }
}
