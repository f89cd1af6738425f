using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

public class ChatClientTests
{
    [Fact]
    public async Task Entering_tells_the_name_and_what_proves_it()
    {
        await using var server = await ScriptedServer.StartAsync();

        var entering = ChatClient.EnterAsync(server.Url, new Entrance("cindy") { Password = "cats", Invite = "i1" });
        var asked = await server.HearAsync();
        await asked.AnswerAsync(201, ScriptedServer.Entered);
        using var cindy = await entering;

        Assert.Equal("POST /api/session", asked.Line);
        Assert.Equal("""{"name":"cindy","password":"cats","invite":"i1"}""", asked.Body);
        Assert.Null(asked.Authorization);
        Assert.Equal(new User { Id = 7, Name = "cindy", Role = UserRole.Guest }, cindy.Session.User);
        Assert.Equal(new SessionLimits(4000, 1_000_000), cindy.Session.Limits);
        Assert.Equal("c0", cindy.Cursor);
    }

    [Fact]
    public async Task A_saved_session_goes_on_with_its_token()
    {
        await using var server = await ScriptedServer.StartAsync();
        string saved;
        using (var cindy = await server.EnterAsync()) saved = cindy.Session.ToJson();

        using var again = ChatClient.Resume(server.Url, Session.FromJson(saved));
        var asking = again.UsersAsync();
        var asked = await server.HearAsync();
        await asked.AnswerAsync(200, """{"users":[{"id":7,"name":"cindy","role":"owner","here":true}]}""");

        Assert.Equal("Bearer secret", asked.Authorization);
        Assert.Equal([new User { Id = 7, Name = "cindy", Role = UserRole.Unknown, Here = true }], await asking);
        Assert.Throws<FormatException>(() => Session.FromJson("{}"));
    }

    [Fact]
    public async Task A_token_alone_is_enough_to_go_on()
    {
        await using var server = await ScriptedServer.StartAsync();

        var resuming = ChatClient.ResumeAsync(server.Url, "kept");
        var asked = await server.HearAsync();
        await asked.AnswerAsync(200, ScriptedServer.Entered.Replace("\"token\":\"secret\",", "", StringComparison.Ordinal));
        using var cindy = await resuming;

        Assert.Equal(("GET /api/session", "Bearer kept"), (asked.Line, asked.Authorization));
        Assert.Equal(("kept", "cindy", "c0"), (cindy.Session.Token, cindy.Session.User.Name, cindy.Cursor));
    }

    [Fact]
    public void What_is_secret_is_not_shown()
    {
        var session = new Session { Token = "secret", User = new User { Id = 7, Name = "cindy" }, Limits = new SessionLimits(1, 1) };

        Assert.DoesNotContain("secret", $"{session} {new Entrance("cindy") { Password = "secret" }}");
    }

    [Fact]
    public async Task A_message_comes_with_everything()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();

        var posting = cindy.PostAsync(1, new NewMessage("Ä <b>") { Nonce = "n", ReplyTo = 3, Attachments = ["a1"] });
        var asked = await server.HearAsync();
        await asked.AnswerAsync(201, """
            {"id":124,"room":1,"from":{"id":7,"name":"cindy"},"at":"2030-01-31T12:00:00.123Z","text":"Ä <b>","nonce":"n","replyTo":3,
             "attachments":[{"id":"a1","url":"/files/a1","name":"cat.png","type":"image/png","size":9}],
             "reactions":[{"emoji":"👍","users":["ethan"]}],"new":{"things":[]}}
            """);
        var message = await posting;

        Assert.Equal("POST /api/rooms/1/messages", asked.Line);
        Assert.Equal(new Sender(7, "cindy"), message.From);
        Assert.Equal(ManualTime.Start.AddMilliseconds(123), message.At);
        Assert.Equal(("Ä <b>", "n", 3L, (DateTimeOffset?)null), (message.Text, message.Nonce, message.ReplyTo, message.EditedAt));
        Assert.Equal("/files/a1", Assert.Single(message.Attachments).Url);
        Assert.Equal(["ethan"], Assert.Single(message.Reactions).Users);
    }

    public static TheoryData<string, string, string> Doings() => new()
    {
        { "leave", "DELETE /api/session", "" },
        { "password", "PUT /api/account", """{"password":"cats"}""" },
        { "join", "POST /api/rooms/5/join", "" },
        { "leave room", "POST /api/rooms/5/leave", "" },
        { "invite", "POST /api/rooms/5/invite", """{"name":"ethan"}""" },
        { "read", "PUT /api/rooms/5/read", """{"upTo":124}""" },
        { "delete", "DELETE /api/messages/124", "" },
        { "react", "PUT /api/messages/124/reactions/%F0%9F%91%8D", "" },
        { "unreact", "DELETE /api/messages/124/reactions/%2Fx%3F", "" },
    };

    [Theory]
    [MemberData(nameof(Doings))]
    public async Task What_is_done_is_said_as_the_api_has_it(string what, string line, string body)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();

        var doing = Do(cindy, what);
        var asked = await server.HearAsync();
        await asked.AnswerAsync(204);
        await doing;

        Assert.Equal((line, body, "Bearer secret"), (asked.Line, asked.Body, asked.Authorization));
    }

    private static Task Do(ChatClient cindy, string what) => what switch
    {
        "leave" => cindy.LeaveAsync(),
        "password" => cindy.SetPasswordAsync("cats"),
        "join" => cindy.JoinAsync(5),
        "leave room" => cindy.LeaveRoomAsync(5),
        "invite" => cindy.InviteAsync(5, "ethan"),
        "read" => cindy.MarkReadAsync(5, 124),
        "delete" => cindy.DeleteAsync(124),
        "react" => cindy.ReactAsync(124, "👍"),
        _ => cindy.UnreactAsync(124, "/x?"),
    };

    public static TheoryData<string, string, string, string> Askings() => new()
    {
        { "rooms", "GET /api/rooms", "", """{"rooms":[]}""" },
        { "room users", "GET /api/rooms/5/users", "", """{"users":[]}""" },
        { "open", "POST /api/rooms", """{"name":"cats","topic":"all about","private":true}""", """{"id":5,"name":"cats","kind":"private"}""" },
        { "change", "PATCH /api/rooms/5", """{"topic":"","archived":true}""", """{"id":5,"name":"cats","archived":true}""" },
        { "direct", "POST /api/direct", """{"with":["ethan"]}""", """{"id":6,"kind":"direct"}""" },
        { "history", "GET /api/rooms/5/messages?limit=50", "", """{"messages":[],"more":false}""" },
        { "older", "GET /api/rooms/5/messages?before=124&limit=10", "", """{"messages":[],"more":true}""" },
        { "newer", "GET /api/rooms/5/messages?after=124&limit=10", "", """{"messages":[],"more":true}""" },
        { "search", "GET /api/search?q=a%26b%20%C3%A4", "", """{"messages":[],"more":false}""" },
        { "search room", "GET /api/search?q=x&room=5", "", """{"messages":[],"more":false}""" },
    };

    [Theory]
    [MemberData(nameof(Askings))]
    public async Task What_is_asked_is_said_as_the_api_has_it(string what, string line, string body, string answer)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var cindy = await server.EnterAsync();

        var asking = Ask(cindy, what);
        var asked = await server.HearAsync();
        await asked.AnswerAsync(200, answer);
        await asking;

        Assert.Equal((line, body), (asked.Line, asked.Body));
    }

    private static Task Ask(ChatClient cindy, string what) => what switch
    {
        "rooms" => cindy.RoomsAsync(),
        "room users" => cindy.RoomUsersAsync(5),
        "open" => cindy.OpenRoomAsync(new NewRoom("cats") { Topic = "all about", Private = true }),
        "change" => cindy.ChangeRoomAsync(5, new RoomChange { Topic = "", Archived = true }),
        "direct" => cindy.OpenDirectAsync(["ethan"]),
        "history" => cindy.HistoryAsync(5),
        "older" => cindy.HistoryAsync(5, before: 124, limit: 10),
        "newer" => cindy.HistoryAfterAsync(5, after: 124, limit: 10),
        "search" => cindy.SearchAsync("a&b ä"),
        _ => cindy.SearchAsync("x", room: 5),
    };

    [Fact]
    public void Only_web_addresses_are_servers()
    {
        var session = new Session { Token = "t", User = new User { Id = 7, Name = "cindy" }, Limits = new SessionLimits(1, 1) };

        Assert.Throws<ArgumentException>(() => ChatClient.Resume(new Uri("ftp://127.0.0.1"), session));
        Assert.Throws<ArgumentException>(() => ChatClient.Resume(new Uri("/somewhere", UriKind.Relative), session));
    }
}
