using Snug.Client;
using Snug.Desktop.Model;

namespace Snug.Desktop.Tests.Model;

public sealed class RoomOrderTests
{
    private readonly RoomList rooms = new();

    [Fact]
    public void The_lobby_stands_first_then_rooms_by_name_then_conversations_the_newest_first()
    {
        rooms.Take([Room(4, "zoo"), Room(1, "lobby"), Room(3, "Attic"), Direct(5, "ethan", lastId: 7), Direct(6, "dora", lastId: 9), Room(7, "far") with { Joined = false }]);

        Assert.Equal(["lobby", "Attic", "zoo", "dora", "ethan"], rooms.Mine.Select(room => room.Info.Name));
        Assert.Equal(["far"], rooms.Others.Select(room => room.Info.Name));
    }

    [Fact]
    public void Rooms_are_counted_as_people_count()
    {
        rooms.Take([Room(1, "lobby"), Room(2, "Room 10"), Room(3, "room 2"), Room(4, "Émile"), Room(5, "emily"), Room(6, "Room 2b"), Room(7, "Room 02")]);

        Assert.Equal(["lobby", "Émile", "emily", "room 2", "Room 02", "Room 2b", "Room 10"], rooms.Joined.Select(room => room.Info.Name));
    }

    [Fact]
    public void Steps_go_on_at_the_other_end_and_may_skip_what_is_read()
    {
        rooms.Take([Room(1, "lobby"), Room(2, "a") with { Unread = 1 }, Room(3, "b")]);
        var all = rooms.Mine.ToList();

        Assert.Equal("b", all.Step(all[0], -1, _ => true)?.Info.Name);
        Assert.Equal("a", all.Step(all[2], -1, room => room.Info.Unread > 0)?.Info.Name);
        Assert.Equal("a", all.Step(all[2], +1, room => room.Info.Unread > 0)?.Info.Name);
        Assert.Null(all.Step(all[1], +1, room => room.Info.Unread > 0));
        Assert.Equal("lobby", all.Step(ChatRoom.Lobby(), +1, _ => true)?.Info.Name);
    }

    [Fact]
    public void Mentions_and_all_of_direct_conversations_call()
    {
        rooms.Take([Room(1, "lobby") with { Unread = 5, Mentions = 1 }, Direct(2, "ethan", lastId: 3) with { Unread = 2, Mentions = 2 }]);

        Assert.Equal(3, rooms.Calls);
    }

    [Theory]
    [InlineData("Kitchen", "kit", 0)]
    [InlineData("our Kitchen", "kit", 1)]
    [InlineData("skitter", "kit", 2)]
    [InlineData("skitter kit", "kit", 1)]
    [InlineData("Kitchen", "", 0)]
    [InlineData("Kitchen", "x", null)]
    public void Names_that_begin_with_it_fit_best(string name, string typed, int? rank) => Assert.Equal(rank, Match.Rank(name, typed));

    private static Room Room(long id, string name) => new() { Id = id, Name = name, Kind = RoomKind.Public, Joined = true };

    private static Room Direct(long id, string name, long lastId) => Room(id, name) with { Kind = RoomKind.Direct, LastId = lastId };
}
