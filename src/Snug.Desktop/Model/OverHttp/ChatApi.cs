using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>
/// What a person can do beyond talking: it needs the HTTP API. Each method returns when the server has done it, throws
/// <see cref="ChatException"/> when it has not, and shows its effect at once rather than with the next event.
/// </summary>
internal sealed class ChatApi(ChatClient client)
{
    private Chat chat = null!;
    private EventEffects effects = null!;

    // What the person has done to the list of rooms: an answer that was asked for before does not know of it.
    private int deeds;

    /// <summary>Keeps what is needed to come back; null forgets it.</summary>
    public required Func<Session?, Task> Keep { get; init; }

    /// <summary>The person has left the chat, or is about to: that the session ends is no surprise.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>A message of somebody else came, which the person may want to be told of.</summary>
    public event Action<ChatRoom, Message>? Came
    {
        add => effects.Came += value;
        remove => effects.Came -= value;
    }

    /// <summary>Reads the history of rooms.</summary>
    public History History { get; private set; } = null!;

    /// <summary>The name is kept: nobody else can enter with it.</summary>
    public bool IsMember => client.Session.User.Role is UserRole.Member or UserRole.Admin;

    /// <summary>May change rooms.</summary>
    public bool IsAdmin => client.Session.User.Role == UserRole.Admin;

    /// <summary>The largest file that may be sent, in bytes.</summary>
    public long MaxUpload => client.Session.Limits.UploadBytes;

    /// <summary>The chat has this as its part: it is told once whose.</summary>
    public void Attach(Chat whose, EventEffects its)
    {
        (chat, effects) = (whose, its);
        History = new History(client, its, client.Session.User.Id);
    }

    public async Task<ChatRoom> OpenRoomAsync(string name, string? topic, bool isPrivate) =>
        Take(await client.OpenRoomAsync(new NewRoom(name) { Topic = topic, Private = isPrivate }));

    public async Task<ChatRoom> OpenDirectAsync(IReadOnlyList<string> with) => Take(await client.OpenDirectAsync(with));

    /// <summary>Goes into a room, and shows what was said there before its events are heard.</summary>
    public async Task JoinAsync(ChatRoom room)
    {
        await client.JoinAsync(room.Id);
        deeds++;
        await ReadRoomsAsync();
        if (room.IsLoaded) await History.LoadNewestAsync(room);
    }

    public async Task ChangeRoomAsync(ChatRoom room, RoomChange change) => Take(await client.ChangeRoomAsync(room.Id, change));

    public async Task LeaveRoomAsync(ChatRoom room)
    {
        await client.LeaveRoomAsync(room.Id);
        deeds++;
        await ReadRoomsAsync();
    }

    public Task InviteAsync(ChatRoom room, string name) => client.InviteAsync(room.Id, name);

    public Task<IReadOnlyList<User>> MembersAsync(ChatRoom room) => client.RoomUsersAsync(room.Id);

    public Task<MessagePage> SearchAsync(string text, ChatRoom? room, long? before, CancellationToken cancel) =>
        client.SearchAsync(text, room?.Id, before, cancel);

    public async Task EditAsync(Message message, string text) => effects.Change(await client.EditAsync(message.Id, text));

    public async Task DeleteAsync(Message message)
    {
        await client.DeleteAsync(message.Id);
        effects.Delete(message.Room, message.Id);
    }

    /// <summary>Gives a reaction, or takes it back where one has given it already.</summary>
    public async Task ReactAsync(Message message, string emoji)
    {
        var isGiven = message.Reactions.Any(reaction => reaction.Emoji == emoji && reaction.Users.Contains(chat.Me));
        if (isGiven) await client.UnreactAsync(message.Id, emoji);
        else await client.ReactAsync(message.Id, emoji);
        effects.React(message.Room, message.Id, emoji, chat.Me, !isGiven);
    }

    /// <summary>Tells the server, and so all of the person's devices, how far a room was read.</summary>
    public async Task MarkReadAsync(ChatRoom room)
    {
        var upTo = room.Info.LastId;
        if (!room.Info.Joined || room.HasNewer || upTo <= room.Info.ReadUpTo) return;
        effects.Read(room.Id, upTo);
        await client.MarkReadAsync(room.Id, upTo);
    }

    public async Task KeepNameAsync(string password, CancellationToken cancel)
    {
        await client.SetPasswordAsync(password, cancel);
        await Keep(client.Session);
    }

    /// <summary>Ends the session: a guest's name is free then.</summary>
    public async Task LeaveAsync()
    {
        HasLeft = true;
        try
        {
            await client.LeaveAsync();
        }
        catch (ChatException failure) when (failure is not RefusedException { Status: 401 })
        {
            HasLeft = false;
            throw;
        }
        catch (RefusedException)
        {
            // It has ended already.
        }
        await Keep(null);
    }

    public Task<Attachment> UploadAsync(string name, string type, Stream content, IProgress<long>? progress, CancellationToken cancel) =>
        client.UploadAsync(name, type, content, progress, cancel);

    public Task DownloadAsync(Attachment file, Stream to, IProgress<long>? progress, CancellationToken cancel) =>
        client.DownloadAsync(file, to, progress, cancel);

    /// <summary>Reads the list of rooms. What happens while it is on its way is not undone by it.</summary>
    public async Task ReadRoomsAsync()
    {
        while (true)
        {
            using var meanwhile = effects.Remember();
            var before = deeds;
            var told = await client.RoomsAsync();
            if (before != deeds) continue;
            chat.Rooms.Take(told);
            meanwhile.Repeat();
            return;
        }
    }

    public async Task ReadPeopleAsync()
    {
        var users = await client.UsersAsync();
        chat.See([.. users.OrderBy(user => user.Here ? 0 : 1).ThenBy(user => user.Name, NameOrder.ByName)
            .ThenBy(user => user.Name, StringComparer.Ordinal)
            .Select(user => new Person(user.Name, user.Here))]);
    }

    private ChatRoom Take(Room told)
    {
        deeds++;
        return chat.Rooms.Take(told);
    }
}
