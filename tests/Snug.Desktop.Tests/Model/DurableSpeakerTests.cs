using Snug.Client;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.Tests.Accounts;

namespace Snug.Desktop.Tests.Model;

public sealed class DurableSpeakerTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly FakeApi server = new();

    [Fact]
    public void What_waited_for_a_room_that_is_no_more_is_given_back_in_the_room_that_is_shown() => Loop.Run(async loop =>
    {
        await WaitInOutboxAsync(room: 7, "do not lose this");
        await using var speaker = new DurableSpeaker(server.Client, folder.Path, loop);
        var chat = await AttachAsync(speaker);

        (await server.HearAsync()).Answer("""{"title":"No","detail":"there is no such room","code":"not-found"}""", 404);
        await loop.Until(() => Notices(chat).Any(), "the notice");

        Assert.Equal("do not lose this", Assert.Single(Notices(chat)).Unsent);
    });

    [Fact]
    public void What_was_refused_before_its_room_was_known_does_not_seem_to_wait() => Loop.Run(async loop =>
    {
        await WaitInOutboxAsync(room: 7, "do not lose this");
        await using var speaker = new DurableSpeaker(server.Client, folder.Path, loop);
        var chat = await AttachAsync(speaker);

        (await server.HearAsync()).Answer("""{"title":"No","code":"archived"}""", 409);
        await loop.Until(() => Notices(chat).Any(), "the notice");
        var room = chat.Rooms.Take(new Room { Id = 7, Name = "kitchen", Joined = true });

        Assert.Empty(room.Conversation.Lines);
    });

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    private static IEnumerable<Notice> Notices(Chat chat) => chat.Open.Conversation.Lines.OfType<Notice>();

    private async Task<Chat> AttachAsync(DurableSpeaker speaker)
    {
        var chat = new Chat("cindy", "server", TimeProvider.System) { Speaker = speaker };
        chat.Rooms.Add(chat.Open);
        await speaker.AttachAsync(chat, new EventEffects(chat, server.Client.Session.User.Id));
        return chat;
    }

    // As a window leaves it that was closed while the server was away.
    private async Task WaitInOutboxAsync(long room, string text)
    {
        await using var outbox = Outbox.Open(server.Client, folder.Path);
        await outbox.QueueAsync(room, new NewMessage(text));
        _ = await server.HearAsync();
    }
}
