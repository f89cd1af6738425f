using Snug.Client;
using Snug.Desktop.Model.OverHttp;

namespace Snug.Desktop.Model;

/// <summary>
/// The chat as its window shows it: the rooms, who is here, how the connection stands. Knows neither sockets nor widgets, and is
/// used on the main loop only.
/// </summary>
internal sealed class Chat(string me, string server, TimeProvider time)
{
    private long notices;

    public string Me => me;

    public string Server => server;

    public TimeProvider Time => time;

    /// <summary>The rooms that are known; over the line protocol the one that everyone is in.</summary>
    public RoomList Rooms { get; } = new();

    /// <summary>The room that is shown.</summary>
    public ChatRoom Open { get; private set; } = ChatRoom.Lobby();

    public IReadOnlyList<Person> People { get; private set; } = [];

    public LinkState Link { get; private set; }

    /// <summary>Why the server does not let us in, in its own words, while it is so.</summary>
    public string? Refusal { get; private set; }

    public bool IsConnected => Link is LinkState.Connected or LinkState.Waiting;

    /// <summary>Takes what the person says.</summary>
    public required ISpeaker Speaker { get; init; }

    /// <summary>Whether something may be said now.</summary>
    public bool MaySay => IsConnected || Speaker.KeepsWhileAway;

    /// <summary>What only the HTTP API can do; null over the line protocol, and then it is not shown.</summary>
    public ChatApi? Api { get; init; }

    public event Action? OpenChanged;

    public event Action? PeopleChanged;

    public event Action? LinkChanged;

    /// <summary>The person asks for the next try to be now.</summary>
    public event Action? Hurried;

    /// <summary>
    /// Gives a text back to be edited and sent again; false when there is no place for it, because something else is being written.
    /// </summary>
    public Func<string, bool> TakeBack { get; set; } = _ => false;

    /// <summary>The person looks at the window again.</summary>
    public event Action? LookedAt;

    public void Hurry() => Hurried?.Invoke();

    public void LookAt() => LookedAt?.Invoke();

    /// <summary>Hands a text over to be sent once. False when it was not taken, and is still the person's.</summary>
    public bool Say(string text, long? replyTo = null, IReadOnlyList<Attachment>? files = null) =>
        MaySay && (!string.IsNullOrWhiteSpace(text) || files is { Count: > 0 })
        && Speaker.TrySay(Open, new NewMessage(text) { ReplyTo = replyTo, Attachments = files?.Select(file => file.Id).ToList() }, files ?? []);

    /// <summary>Shows a room.</summary>
    public void Show(ChatRoom room)
    {
        if (room == Open) return;
        Open = room;
        OpenChanged?.Invoke();
    }

    public void See(IReadOnlyList<Person> people)
    {
        if (people.SequenceEqual(People)) return;
        People = people;
        PeopleChanged?.Invoke();
    }

    public void Set(LinkState link, string? refusal = null)
    {
        if (link == Link && refusal == Refusal) return;
        (Link, Refusal) = (link, refusal);
        LinkChanged?.Invoke();
    }

    /// <summary>Tells something in the room that is shown.</summary>
    public void Tell(string title, string? detail = null, string? unsent = null) =>
        Open.Conversation.Add(new Notice($"notice-{++notices}", time.GetLocalNow(), title, detail, unsent));
}
