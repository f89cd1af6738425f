using Snug.Protocol;

namespace Snug.Desktop.Model;

/// <summary>
/// The room as its window shows it: what was said, who is here, how the connection stands. Knows neither sockets nor widgets,
/// and is used on the main loop only.
/// </summary>
internal sealed class ChatRoom(string me, string server, TimeProvider time)
{
    public string Me => me;

    public string Server => server;

    public Conversation Conversation { get; } = new();

    public Outbox Outbox { get; } = new();

    public IReadOnlyList<string> People { get; private set; } = [];

    public LinkState Link { get; private set; }

    /// <summary>Why the server does not let us in, in its own words, while it is so.</summary>
    public string? Refusal { get; private set; }

    public bool IsConnected => Link is LinkState.Connected or LinkState.Waiting;

    public event Action? PeopleChanged;

    public event Action? LinkChanged;

    /// <summary>The person asks for the next try to be now.</summary>
    public event Action? Hurried;

    /// <summary>
    /// Gives a text back to be edited and sent again; false when there is no place for it, because something else is being written.
    /// </summary>
    public Func<string, bool> TakeBack { get; set; } = _ => false;

    /// <summary>Hands a text over to be sent once. False when it was not taken, and is still the person's.</summary>
    public bool Say(string text) => IsConnected && !string.IsNullOrWhiteSpace(text) && Outbox.TryAdd(text);

    public void Hurry() => Hurried?.Invoke();

    public void Hear(IReadOnlyList<LineMessage> messages)
    {
        foreach (var message in messages)
            Conversation.Say(time.GetLocalNow(), message.From, message.Text, message.From == me);
    }

    public void See(IReadOnlyList<string> people)
    {
        if (people.SequenceEqual(People)) return;
        People = people;
        PeopleChanged?.Invoke();
    }

    public void Set(LinkState link, string? refusal = null)
    {
        if (link == Link && refusal == Refusal) return;
        var wasConnected = IsConnected;
        (Link, Refusal) = (link, refusal);
        if (wasConnected && !IsConnected) Tell("Connection lost");
        if (!wasConnected && IsConnected) Tell("Connected again", "What was said in between is not shown here.");
        LinkChanged?.Invoke();
    }

    /// <summary>A text that was handed over did not, or may not, have got through. It is never sent again by itself.</summary>
    public void GiveBack(string text, Fate fate, string? reason = null)
    {
        var isBack = TakeBack(text);
        var title = fate switch
        {
            Fate.Refused => "Not sent",
            Fate.Unsent => "Not sent, because the connection was lost",
            _ => "This message may not have arrived",
        };
        if (fate == Fate.Refused) title += $": {reason}";
        Conversation.Add(new Notice(time.GetLocalNow(), title, isBack ? "It is in the entry again." : null, isBack ? null : text));
    }

    private void Tell(string title, string? detail = null) => Conversation.Add(new Notice(time.GetLocalNow(), title, detail));
}
