using Snug.Client;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverLine;

namespace Snug.Desktop.Tests.Model;

public sealed class ReadingTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly List<string> marked = [];
    private readonly Chat chat;
    private readonly ChatRoom kitchen;
    private readonly Reading reading;
    private bool sees = true;
    private int looks;

    public ReadingTests()
    {
        chat = new Chat("cindy", "server", time) { Speaker = new LineOutbox() };
        chat.Rooms.Add(chat.Open);
        chat.Open.IsLoaded = true;
        kitchen = chat.Rooms.Take(new Room { Id = 2, Name = "kitchen", Joined = true });
        kitchen.IsLoaded = true;
        reading = new Reading(chat, () => ++looks > 0 && sees, room =>
        {
            marked.Add(room.Info.Name);
            room.Info = room.Info with { Unread = 0, ReadUpTo = room.Info.LastId };
            return Task.CompletedTask;
        });
    }

    public void Dispose() => reading.Dispose();

    [Fact]
    public void What_one_sees_for_a_second_is_read() => Loop.Run(async loop =>
    {
        Come(chat.Open, 5);
        time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Empty(marked);

        time.Advance(TimeSpan.FromSeconds(0.2));
        await loop.Until(() => marked.Count > 0, "the mark");

        Assert.Equal(["lobby"], marked);
    });

    [Fact]
    public void What_came_while_one_looked_elsewhere_is_read_on_return_and_its_mark_stays() => Loop.Run(async loop =>
    {
        sees = false;
        Come(chat.Open, 5);
        Come(chat.Open, 6);
        Assert.Equal([true, false], Opens());
        time.Advance(TimeSpan.FromSeconds(5));

        sees = true;
        reading.Look();
        time.Advance(TimeSpan.FromSeconds(1));
        await loop.Until(() => marked.Count > 0, "the mark");

        Assert.Equal([true, false], Opens());
    });

    [Fact]
    public void A_room_left_within_a_second_is_not_read() => Loop.Run(async loop =>
    {
        Come(chat.Open, 5);
        Come(kitchen, 6);
        chat.Show(kitchen);
        var before = looks;
        time.Advance(TimeSpan.FromSeconds(1));
        // The wait in the lobby has ended, and the one in the kitchen begins.
        await loop.Until(() => looks > before, "the next wait");
        time.Advance(TimeSpan.FromSeconds(1));
        await loop.Until(() => marked.Count > 0, "the mark");

        Assert.Equal(["kitchen"], marked);
    });

    [Fact]
    public void On_coming_back_to_a_room_the_mark_of_the_last_visit_is_gone()
    {
        sees = false;
        Come(chat.Open, 5);
        chat.Open.Info = chat.Open.Info with { Unread = 0, ReadUpTo = 5 };

        var lobby = chat.Open;
        chat.Show(kitchen);
        chat.Show(lobby);

        Assert.Equal([false], Opens());
    }

    private IEnumerable<bool> Opens() => chat.Open.Conversation.Lines.OfType<Said>().Select(said => said.OpensUnread);

    private static void Come(ChatRoom room, long id)
    {
        var message = new Message { Id = id, Room = room.Id, From = new Sender(2, "ethan"), At = ManualTime.Start, Text = "…" };
        room.Conversation.Add(Said.Of(message, isOwn: false));
        room.Info = room.Info with { LastId = id, Unread = room.Info.Unread + 1 };
    }
}
