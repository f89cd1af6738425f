using System.IO.Pipelines;
using Snug.Client;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.Model.OverLine;

namespace Snug.Desktop.Tests.Model;

public sealed class ChatApiTests : IDisposable
{
    private const string Lobby = """{"id":1,"name":"lobby","joined":true,"lastId":4,"readUpTo":4}""";
    private const string Kitchen = """{"id":2,"name":"kitchen","joined":true}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FakeApi server = new();
    private readonly Chat chat;
    private readonly ChatApi api;
    private readonly EventEffects effects;

    public ChatApiTests()
    {
        api = new ChatApi(server.Client) { Keep = _ => Task.CompletedTask };
        chat = new Chat("cindy", "server", new ManualTime()) { Speaker = new LineOutbox(), Api = api };
        effects = new EventEffects(chat, server.Client.Session.User.Id);
        api.Attach(chat, effects);
        chat.Rooms.Add(chat.Open);
    }

    [Fact]
    public async Task What_is_said_while_the_rooms_are_on_their_way_stays_unread()
    {
        var reading = api.ReadRoomsAsync();
        var asked = await server.HearAsync();

        effects.Take(new MessagePosted(1, 1, new Message { Id = 5, Room = 1, From = new Sender(2, "ethan"), At = default, Text = "hello" }));
        asked.Answer($$"""{"rooms":[{{Lobby}}]}""");
        await reading;

        Assert.Equal((1, 5L), (chat.Open.Info.Unread, chat.Open.Info.LastId));
    }

    [Fact]
    public async Task A_room_that_was_just_opened_is_not_lost_to_an_older_list()
    {
        var reading = api.ReadRoomsAsync();
        var asked = await server.HearAsync();
        var opening = api.OpenRoomAsync("kitchen", topic: null, isPrivate: true);
        (await server.HearAsync()).Answer(Kitchen, 201);
        var kitchen = await opening;

        asked.Answer($$"""{"rooms":[{{Lobby}}]}""");
        await Task.WhenAny(reading, AnswerAsync($$"""{"rooms":[{{Lobby}},{{Kitchen}}]}"""));
        await reading.WaitAsync(Patience);

        Assert.Same(kitchen, chat.Rooms.Find(2));
    }

    [Fact]
    public async Task Who_asks_later_how_far_a_file_has_come_hears_it_too()
    {
        var file = new Pipe();
        using var upload = new Upload(new FileToSend("a.txt", "text/plain", 3, () => file.Reader.AsStream()), api, TimeProvider.System);
        var running = upload.RunAsync();

        var heard = new Heard();
        upload.Progress = heard;
        await file.Writer.WriteAsync(new byte[3]);
        await file.Writer.CompleteAsync();
        await AnswerAsync("""{"id":"a","url":"/f","name":"a.txt","type":"text/plain","size":3}""");
        await running.WaitAsync(Patience);

        Assert.Equal(3, heard.Bytes);
    }

    [Fact]
    public void A_file_that_was_taken_back_may_be_given_up_once_more()
    {
        var upload = new Upload(FileToSend.Of([1], "a.txt", "text/plain"), api, TimeProvider.System);

        upload.Dispose();
        upload.Dispose();
    }

    public void Dispose() => server.Dispose();

    private async Task AnswerAsync(string json) => (await server.HearAsync()).Answer(json);

    private sealed class Heard : IProgress<long>
    {
        public long Bytes { get; private set; }

        public void Report(long value) => Bytes = value;
    }
}
