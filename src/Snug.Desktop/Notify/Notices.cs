using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.View.Messages;
using Snug.Protocol;

namespace Snug.Desktop.Notify;

/// <summary>
/// Tells the person that somebody has called them, or written to them alone, while they look elsewhere: at another program, or at
/// another room. What they have read since is told no more.
/// </summary>
internal sealed class Notices : IDisposable
{
    private readonly Chat chat;
    private readonly Window window;
    private readonly Notifier notifier = new();
    private readonly HashSet<ChatRoom> told = [];

    /// <param name="chat">A chat over the HTTP API.</param>
    /// <param name="window">Where it is shown.</param>
    public Notices(Chat chat, Window window)
    {
        (this.chat, this.window) = (chat, window);
        chat.Api!.Came += Come;
        chat.OpenChanged += Withdraw;
        chat.Rooms.Changed += Withdraw;
        window.On("notify::is-active", Withdraw);
    }

    public void Dispose()
    {
        chat.Api!.Came -= Come;
        chat.OpenChanged -= Withdraw;
        chat.Rooms.Changed -= Withdraw;
        // The window may tell once more that it is active, when it goes.
        told.Clear();
        notifier.Dispose();
    }

    private void Come(ChatRoom room, Message message)
    {
        var isDirect = room.Info.Kind == RoomKind.Direct;
        if (IsLookedAt(room) || !(isDirect || Mention.Calls(message.Text, chat.Me))) return;
        told.Add(room);
        var title = isDirect ? message.From.Name : Texts.Current.NotifySays(message.From.Name, room.Info.Name!);
        notifier.Send(IdOf(room), title, MessageLine.Of(message), () => Show(room));
    }

    private void Show(ChatRoom room)
    {
        window.Present();
        if (chat.Rooms.Find(room.Id) is { } there) chat.Show(there);
    }

    private void Withdraw()
    {
        foreach (var room in told.Where(room => IsLookedAt(room) || room.Info.Unread == 0).ToList())
        {
            told.Remove(room);
            notifier.Withdraw(IdOf(room));
        }
    }

    private bool IsLookedAt(ChatRoom room) => room == chat.Open && window.GetBoolean("is-active");

    private static string IdOf(ChatRoom room) => $"room-{room.Id}";
}
