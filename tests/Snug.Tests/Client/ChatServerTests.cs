using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

/// <summary>The client library against the real server.</summary>
public sealed class ChatServerTests : IAsyncLifetime
{
    private TestServer server = null!;
    private ChatClient cindy = null!;
    private ChatClient ethan = null!;

    private Uri Url => new(server.HttpUrl);

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        cindy = await ChatClient.EnterAsync(Url, "cindy");
        ethan = await ChatClient.EnterAsync(Url, "ethan");
    }

    public async ValueTask DisposeAsync()
    {
        cindy.Dispose();
        ethan.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task All_that_happens_to_a_message_is_told_in_order()
    {
        var lobby = await LobbyAsync();

        var said = await cindy.PostAsync(lobby.Id, new NewMessage("We had\npizza <ethan>") { Nonce = "n1" });
        var again = await cindy.PostAsync(lobby.Id, new NewMessage("We had\npizza <ethan>") { Nonce = "n1" });
        await cindy.EditAsync(said.Id, "We had pasta");
        await ethan.ReactAsync(said.Id, "👍");
        await ethan.UnreactAsync(said.Id, "👍");
        var answer = await ethan.PostAsync(lobby.Id, new NewMessage("again?") { ReplyTo = said.Id });
        var told = await ReadUntilAsync(ethan, happened => happened is MessagePosted { Message.Text: "again?" });
        await cindy.DeleteAsync(said.Id);
        await ReadUntilAsync(ethan, happened => happened is MessageDeleted deleted && deleted.MessageId == said.Id);

        Assert.Equal(said.Id, again.Id);
        Assert.Equal(
            [typeof(MessagePosted), typeof(MessageEdited), typeof(ReactionChanged), typeof(ReactionChanged), typeof(MessagePosted)],
            told.SkipWhile(one => one is not MessagePosted).Select(one => one.GetType()));
        Assert.Equal(said.Id, answer.ReplyTo);
        Assert.Equal("again?", Assert.Single((await cindy.HistoryAsync(lobby.Id)).Messages).Text);
    }

    [Fact]
    public async Task A_file_reaches_the_other_side_and_a_text_is_found()
    {
        var lobby = await LobbyAsync();
        byte[] picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[100_000]];

        var file = await cindy.UploadAsync("cat.png", "image/png", new MemoryStream(picture));
        var said = await cindy.PostAsync(lobby.Id, new NewMessage("my 猫咪") { Attachments = [file.Id] });
        using var received = new MemoryStream();
        await ethan.DownloadAsync(Assert.Single((await ethan.HistoryAsync(lobby.Id)).Messages).Attachments[0], received);
        var found = await ethan.SearchAsync("猫咪");

        Assert.Equal(("image/png", picture.Length), (file.Type, file.Size));
        Assert.Equal(picture, received.ToArray());
        Assert.Equal(said.Id, Assert.Single(found.Messages).Id);
        using var other = await ChatClient.EnterAsync(Url, "zoe");
        var secret = await cindy.UploadAsync("secret.png", "image/png", new MemoryStream(picture));
        await Assert.ThrowsAsync<RefusedException>(() => other.DownloadAsync(secret, new MemoryStream()));
    }

    [Fact]
    public async Task Rooms_are_opened_joined_and_read()
    {
        var cats = await cindy.OpenRoomAsync(new NewRoom("cats") { Topic = "all about them" });
        await ethan.JoinAsync(cats.Id);
        var said = await ethan.PostAsync(cats.Id, "miau @cindy");

        var seen = Assert.Single(await cindy.RoomsAsync(), room => room.Id == cats.Id);
        Assert.Equal(("cats", "all about them", RoomKind.Public, true), (seen.Name, seen.Topic, seen.Kind, seen.Joined));
        Assert.Equal((1, 1, said.Id), (seen.Unread, seen.Mentions, seen.LastId));
        Assert.Equal(["cindy", "ethan"], (await cindy.RoomUsersAsync(cats.Id)).Select(user => user.Name).Order());

        await cindy.MarkReadAsync(cats.Id, said.Id);
        Assert.Equal(0, Assert.Single(await cindy.RoomsAsync(), room => room.Id == cats.Id).Unread);
        await ethan.LeaveRoomAsync(cats.Id);
        var told = await ReadUntilAsync(cindy, happened => happened is UserLeft left && left.Room == cats.Id);

        Assert.DoesNotContain(told, happened => happened is UnknownEvent);
        Assert.Contains(told, happened => happened is RoomChanged { Details.Name: "cats" });
        Assert.Contains(told, happened => happened is UserJoined { User.Name: "ethan" } joined && joined.Room == cats.Id);
        Assert.Contains(told, happened => happened is RoomRead read && read.UpTo == said.Id);
    }

    [Fact]
    public async Task What_is_private_is_for_the_invited()
    {
        var secret = await cindy.OpenRoomAsync(new NewRoom("secret") { Private = true });
        Assert.Equal(404, (await Assert.ThrowsAsync<RefusedException>(() => ethan.JoinAsync(secret.Id))).Status);

        await cindy.InviteAsync(secret.Id, "ethan");
        var direct = await ethan.OpenDirectAsync(["cindy"]);
        var same = await cindy.OpenDirectAsync(["ethan"]);

        Assert.Equal(RoomKind.Private, Assert.Single(await ethan.RoomsAsync(), room => room.Id == secret.Id).Kind);
        Assert.Equal((direct.Id, RoomKind.Direct), (same.Id, same.Kind));
    }

    [Fact]
    public async Task Refusals_have_their_codes()
    {
        var lobby = await LobbyAsync();

        Assert.Equal("name-taken", await CodeAsync(ChatClient.EnterAsync(Url, "Cindy")));
        Assert.Equal("invalid-name", await CodeAsync(ChatClient.EnterAsync(Url, "no name")));
        Assert.Equal("text-too-long", await CodeAsync(cindy.PostAsync(lobby.Id, new string('x', cindy.Session.Limits.MessageLength + 1))));
        Assert.Equal("not-found", await CodeAsync(cindy.PostAsync(999_999, "hello?")));
    }

    [Fact]
    public async Task A_name_that_is_kept_needs_its_password()
    {
        await cindy.SetPasswordAsync("a long enough password");
        await cindy.LeaveAsync();

        var wrong = ChatClient.EnterAsync(Url, new Entrance("cindy") { Password = "another password" });
        Assert.Equal("wrong-password", await CodeAsync(wrong));
        using var back = await ChatClient.EnterAsync(Url, new Entrance("cindy") { Password = "a long enough password" });

        Assert.Equal((UserRole.Member, cindy.Session.User.Id), (back.Session.User.Role, back.Session.User.Id));
        Assert.Equal(401, (await Assert.ThrowsAsync<RefusedException>(() => cindy.RoomsAsync())).Status);
    }

    [Fact]
    public async Task The_doors_lead_to_the_same_room()
    {
        var lobby = await LobbyAsync();
        await using var line = await server.JoinAsync("lea");

        await line.PutAsync("by line");
        await cindy.PostAsync(lobby.Id, "by web");
        var told = await ReadUntilAsync(cindy, happened => happened is MessagePosted { Message.Text: "by web" });

        Assert.Contains(told, happened => happened is MessagePosted { Message: { Text: "by line", From.Name: "lea" } });
        Assert.Contains(await cindy.UsersAsync(), user => user is { Name: "lea", Here: true });
    }

    [Fact]
    public async Task A_cursor_of_another_chat_starts_afresh()
    {
        var lobby = await LobbyAsync();
        await using var events = cindy.ReadEventsAsync(cursor: "elsewhere-5").GetAsyncEnumerator();

        await events.MoveNextAsync();
        Assert.IsType<StartAfresh>(events.Current);

        await ethan.PostAsync(lobby.Id, "new here");
        do await events.MoveNextAsync();
        while (events.Current is not MessagePosted);
        Assert.Equal("new here", ((MessagePosted)events.Current).Message.Text);
    }

    [Fact]
    public async Task The_end_of_the_session_ends_the_events()
    {
        var reading = ReadUntilAsync(cindy, _ => false);
        await Eventually.Become(() => ethan.UsersAsync(), users => users.Any(user => user is { Name: "cindy", Here: true }));

        await cindy.LeaveAsync();

        Assert.Equal(401, (await Assert.ThrowsAsync<RefusedException>(() => reading)).Status);
    }

    [Fact]
    public async Task A_token_is_enough_to_resume()
    {
        using var again = await ChatClient.ResumeAsync(Url, cindy.Session.Token);

        Assert.Equal(cindy.Session.User, again.Session.User);
        Assert.Equal(cindy.Session.Limits, again.Session.Limits);
    }

    private async Task<Room> LobbyAsync() => (await cindy.RoomsAsync()).Single(room => room.Name == "lobby");

    private static async Task<string?> CodeAsync(Task asking) => (await Assert.ThrowsAsync<RefusedException>(() => asking)).Code;

    private static async Task<List<ChatEvent>> ReadUntilAsync(ChatClient reader, Predicate<ChatEvent> isLast)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        var told = new List<ChatEvent>();
        await foreach (var happened in reader.ReadEventsAsync(cancel: patience.Token))
        {
            told.Add(happened);
            if (isLast(happened)) break;
        }
        return told;
    }
}
