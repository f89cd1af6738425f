namespace Snug.Client;

// Rooms and who is in them.
public sealed partial class ChatClient
{
    /// <summary>All rooms that this user may see, with what is unread in each.</summary>
    public async Task<IReadOnlyList<Room>> RoomsAsync(CancellationToken cancel = default) =>
        (await exchange.AskAsync(Requests.Get("/api/rooms"), ClientJson.Default.RoomsAnswer, cancel).ConfigureAwait(false)).Rooms;

    /// <summary>Opens a room and joins it. <c>name-taken</c> when there is one of that name.</summary>
    public Task<Room> OpenRoomAsync(NewRoom room, CancellationToken cancel = default) =>
        exchange.AskAsync(Requests.Post("/api/rooms", room, ClientJson.Default.NewRoom), ClientJson.Default.Room, cancel);

    /// <summary>Renames a room, gives it another topic, or archives it. Only admins may.</summary>
    public Task<Room> ChangeRoomAsync(long room, RoomChange change, CancellationToken cancel = default)
    {
        var request = Requests.Patch($"/api/rooms/{room}", change, ClientJson.Default.RoomChange);
        return exchange.AskAsync(request, ClientJson.Default.Room, cancel);
    }

    /// <summary>The conversation of exactly this user and the people named; it is opened if there was none.</summary>
    public Task<Room> OpenDirectAsync(IReadOnlyList<string> with, CancellationToken cancel = default) =>
        exchange.AskAsync(Requests.Post("/api/direct", new DirectRequest(with), ClientJson.Default.DirectRequest), ClientJson.Default.Room, cancel);

    /// <summary>Goes into a room: its events come from now on.</summary>
    public Task JoinAsync(long room, CancellationToken cancel = default) =>
        exchange.TellAsync(Requests.Post($"/api/rooms/{room}/join"), cancel);

    /// <summary>Goes out of a room.</summary>
    public Task LeaveRoomAsync(long room, CancellationToken cancel = default) =>
        exchange.TellAsync(Requests.Post($"/api/rooms/{room}/leave"), cancel);

    /// <summary>Brings somebody into a room.</summary>
    public Task InviteAsync(long room, string name, CancellationToken cancel = default) =>
        exchange.TellAsync(Requests.Post($"/api/rooms/{room}/invite", new InviteRequest(name), ClientJson.Default.InviteRequest), cancel);

    /// <summary>Who is in a room.</summary>
    public async Task<IReadOnlyList<User>> RoomUsersAsync(long room, CancellationToken cancel = default)
    {
        var request = Requests.Get($"/api/rooms/{room}/users");
        return (await exchange.AskAsync(request, ClientJson.Default.UsersAnswer, cancel).ConfigureAwait(false)).Users;
    }

    /// <summary>Moves this user's read mark in a room, on all devices; it never moves back.</summary>
    /// <param name="room">The room.</param>
    /// <param name="upTo">The id of the newest message that was read.</param>
    /// <param name="cancel">Gives the request up.</param>
    public Task MarkReadAsync(long room, long upTo, CancellationToken cancel = default) =>
        exchange.TellAsync(Requests.Put($"/api/rooms/{room}/read", new ReadRequest(upTo), ClientJson.Default.ReadRequest), cancel);
}
