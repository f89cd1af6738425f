namespace Snug.Desktop.Settings;

/// <summary>How the window was left. Sizes are in logical pixels, as GTK counts them.</summary>
/// <param name="Width">Its width while it is not maximised.</param>
/// <param name="Height">Its height while it is not maximised.</param>
/// <param name="IsMaximized">Whether it filled the screen.</param>
/// <param name="RoomsWidth">The width of the pane with the rooms; null while the person has not chosen any.</param>
/// <param name="PeopleWidth">The width of the pane with who is here; null while the person has not chosen any.</param>
/// <param name="ShowsPeople">Whether the pane with who is here is shown where there is room for it.</param>
/// <param name="Rooms">The room read last, for each name on each server; the last used stands first.</param>
internal sealed record WindowState(
    int Width = 900,
    int Height = 600,
    bool IsMaximized = false,
    int? RoomsWidth = null,
    int? PeopleWidth = null,
    bool ShowsPeople = true,
    IReadOnlyList<LastRoom>? Rooms = null)
{
    /// <summary>A person who is in more chats than this has the room of the longest unused one forgotten.</summary>
    public const int MostRooms = 50;

    // Smaller than the window can be, and larger than any screen: neither was left by a person.
    private const int LeastSize = 200, MostSize = 16_384;

    /// <inheritdoc cref="WindowState"/>
    public IReadOnlyList<LastRoom> Rooms { get; init; } = Rooms ?? [];

    /// <summary>The id of the room that was read last under this name, or null.</summary>
    public long? RoomOf(Uri server, string name) => Rooms.FirstOrDefault(last => last.IsOf(server, name))?.Room;

    public WindowState WithRoom(Uri server, string name, long room) => this with
    {
        Rooms = [LastRoom.Of(server, name, room), .. Rooms.Where(last => !last.IsOf(server, name)).Take(MostRooms - 1)],
    };

    /// <summary>The same with what no window can have brought back into bounds.</summary>
    public WindowState Sane() => this with
    {
        Width = Math.Clamp(Width, LeastSize, MostSize),
        Height = Math.Clamp(Height, LeastSize, MostSize),
        RoomsWidth = Pane(RoomsWidth),
        PeopleWidth = Pane(PeopleWidth),
        Rooms = [.. Rooms.Where(last => last is not null).Take(MostRooms)],
    };

    private static int? Pane(int? width) => width is >= 0 and <= MostSize ? width : null;
}
