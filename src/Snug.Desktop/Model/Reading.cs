namespace Snug.Desktop.Model;

/// <summary>
/// Marks the room that is shown as read, when the person has had its end before their eyes for a moment. The mark above what is new
/// stays where it is until they come to the room again.
/// </summary>
internal sealed class Reading : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly Chat chat;
    private readonly Func<bool> sees;
    private readonly Func<ChatRoom, Task> markRead;
    private bool wasUnread;
    private bool isWaiting;
    private bool isDisposed;

    /// <param name="chat">Whose rooms.</param>
    /// <param name="sees">Whether the person looks at the end of the conversation.</param>
    /// <param name="markRead">Tells the server; does not throw.</param>
    public Reading(Chat chat, Func<bool> sees, Func<ChatRoom, Task> markRead)
    {
        (this.chat, this.sees, this.markRead) = (chat, sees, markRead);
        chat.OpenChanged += ComeIn;
        chat.Rooms.Changed += Look;
    }

    public void Dispose()
    {
        isDisposed = true;
        chat.OpenChanged -= ComeIn;
        chat.Rooms.Changed -= Look;
    }

    /// <summary>Something that the person sees has changed.</summary>
    public void Look()
    {
        Mark();
        if (isWaiting || !IsUnread(chat.Open) || !sees()) return;
        isWaiting = true;
        _ = WaitAsync(chat.Open);
    }

    private async Task WaitAsync(ChatRoom room)
    {
        await Task.Delay(Glance, chat.Time);
        isWaiting = false;
        if (isDisposed) return;
        if (room == chat.Open && sees() && IsUnread(room)) await markRead(room);
        else Look();
    }

    private void ComeIn()
    {
        var room = chat.Open;
        if (room.IsLoaded) room.Conversation.MarkUnread(room.Info.Unread > 0 ? room.Info.ReadUpTo : null);
        wasUnread = IsUnread(room);
        Look();
    }

    // The first message that comes while the person looks elsewhere opens what is new.
    private void Mark()
    {
        var isUnread = IsUnread(chat.Open);
        if (isUnread && !wasUnread && !sees()) chat.Open.Conversation.MarkUnread(chat.Open.Info.ReadUpTo);
        wasUnread = isUnread;
    }

    private static bool IsUnread(ChatRoom room) => room is { IsLoaded: true, HasNewer: false, Info: { Joined: true, Unread: > 0 } };
}
