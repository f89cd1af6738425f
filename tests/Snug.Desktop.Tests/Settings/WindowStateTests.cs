using System.Runtime.Versioning;
using Snug.Desktop.Settings;
using Snug.Desktop.Tests.Accounts;

namespace Snug.Desktop.Tests.Settings;

[UnsupportedOSPlatform("windows")]
public sealed class WindowStateTests : IDisposable
{
    private static readonly Uri Server = new("https://chat.example.org/");

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again_by_its_user_alone()
    {
        var left = new WindowState { Width = 640, Height = 480, IsMaximized = true, RoomsWidth = 210, ShowsPeople = false }
            .WithRoom(Server, "cindy", 7).WithRoom(Server, "ethan", 8).WithRoom(Server, "cindy", 9);

        Assert.True(File().TryWrite(left));
        var read = File().Read();

        Assert.Equal(left with { Rooms = [] }, read with { Rooms = [] });
        Assert.Equal(left.Rooms, read.Rooms);
        Assert.Equal([9L, 8L, null], [read.RoomOf(Server, "Cindy"), read.RoomOf(Server, "ethan"), read.RoomOf(new("http://other/"), "cindy")]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(Assert.Single(Directory.GetFiles(folder.Path))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"Width":640,"Hei""")]
    [InlineData("""{"Width":"wide"}""")]
    [InlineData("""{"Rooms":[{"Server":"x"}]}""")]
    [InlineData("\0\0\0\0")]
    public void A_damaged_file_is_set_aside_and_stops_nothing(string damaged)
    {
        System.IO.File.WriteAllText(folder.File("window.json"), damaged);

        Assert.Equal(new WindowState(), File().Read());

        Assert.Equal([folder.File("window.json.damaged")], Directory.GetFiles(folder.Path));
        Assert.True(File().TryWrite(new()));
    }

    [Fact]
    public void A_file_that_is_far_too_long_is_set_aside()
    {
        System.IO.File.WriteAllText(folder.File("window.json"), new string(' ', 1 << 20));

        Assert.Equal(new WindowState(), File().Read());
        Assert.Equal([folder.File("window.json.damaged")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void What_an_older_or_a_newer_program_wrote_is_taken_as_far_as_it_goes()
    {
        System.IO.File.WriteAllText(folder.File("window.json"), """{"Height":480,"Later":{"more":[1]}}""");

        Assert.Equal(new WindowState { Height = 480 }, File().Read() with { Rooms = [] });
    }

    [Fact]
    public void Sizes_that_no_window_has_are_brought_into_bounds_and_rooms_do_not_pile_up()
    {
        System.IO.File.WriteAllText(folder.File("window.json"), """{"Width":-5,"Height":2000000000,"RoomsWidth":-1,"PeopleWidth":220}""");

        var read = File().Read();
        for (var i = 0; i < 2 * WindowState.MostRooms; i++) read = read.WithRoom(Server, $"person{i}", i);

        Assert.Equal((200, 16_384, null, 220), (read.Width, read.Height, read.RoomsWidth, read.PeopleWidth));
        Assert.Equal(WindowState.MostRooms, read.Rooms.Count);
        Assert.Equal(99, read.RoomOf(Server, "person99"));
    }

    [Fact]
    public void A_folder_that_cannot_be_is_no_reason_to_complain()
    {
        System.IO.File.WriteAllText(folder.File("file"), "");
        var file = new WindowStateFile(folder.File("file"));

        Assert.Equal(new WindowState(), file.Read());
        Assert.False(file.TryWrite(new()));
    }

    private WindowStateFile File() => new(folder.Path);
}
