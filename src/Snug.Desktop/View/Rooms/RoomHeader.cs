using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Rooms;

/// <summary>What the window is called: the room that is open, its topic, and how much calls the person elsewhere.</summary>
internal sealed class RoomHeader : IDisposable
{
    private readonly Chat chat;
    private readonly Widget window;
    private readonly Widget title;

    public RoomHeader(Builder ui, Chat chat)
    {
        this.chat = chat;
        window = ui.Get<Widget>("window");
        title = ui.Get<Widget>("title");
        chat.OpenChanged += Show;
        chat.Rooms.Changed += Show;
        Show();
    }

    public void Dispose()
    {
        chat.OpenChanged -= Show;
        chat.Rooms.Changed -= Show;
    }

    /// <summary>Calls as a number, and what is merely unread as a dot.</summary>
    public static string TitleOf(string room, int calls, bool isUnread) =>
        (calls > 0 ? $"({calls}) " : isUnread ? "• " : "") + Texts.Current.RoomTitle(room, "Snug");

    private void Show()
    {
        var info = chat.Open.Info;
        var topic = info.Topic ?? "";
        window.Set("title", TitleOf(info.Name, chat.Rooms.Calls, chat.Rooms.Mine.Any(room => room.Info.Unread > 0)));
        title.Set("title", info.Name);
        title.Set("subtitle", topic.Length > 0 || info.Kind == RoomKind.Direct ? topic : chat.Server);
        title.Set("tooltip-text", topic);
    }
}
