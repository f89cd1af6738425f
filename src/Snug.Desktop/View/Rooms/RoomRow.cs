using System.Globalization;
using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Rooms;

/// <summary>A room in the side pane, with what is unread in it.</summary>
internal sealed class RoomRow : IItemRow<ChatRoom>
{
    private readonly Builder ui = new("room-row.ui");
    private readonly Chat chat;
    private readonly RoomSign sign;
    private readonly Widget name;
    private readonly Widget unread;
    private readonly Widget mentions;

    public RoomRow(Chat chat, Palette palette)
    {
        this.chat = chat;
        Widget = ui.Get<Widget>("row");
        sign = new RoomSign(ui, palette);
        name = ui.Get<Widget>("name");
        unread = ui.Get<Widget>("unread");
        mentions = ui.Get<Widget>("mentions");
    }

    public Widget Widget { get; }

    public void Show(ChatRoom room)
    {
        var info = room.Info;
        sign.Show(info.Kind, info.Name);
        name.Set("label", info.Name);
        Count(unread, info.Unread, "");
        // In a direct conversation everything calls.
        Count(mentions, info.Kind == RoomKind.Direct ? 0 : info.Mentions, "@");
        unread.SetClass("calls", info.Kind == RoomKind.Direct);
        Widget.SetClass("open", room == chat.Open);
        Widget.SetClass("unread", info.Unread > 0);
        Widget.SetClass("archived", info.Archived);
        Widget.TellSelected(room == chat.Open);
        Widget.Name(Texts.Current.RoomSpoken(info.Name, info.Unread, info.Kind == RoomKind.Direct ? 0 : info.Mentions));
        Widget.Set("tooltip-text", info.Topic is { Length: > 0 } topic ? $"{info.Name}\n{topic}" : info.Name);
    }

    public void Dispose() => ui.Dispose();

    // More would not fit, and nobody counts on.
    private static void Count(Widget label, int count, string sign)
    {
        label.Set("visible", count > 0);
        label.Set("label", count > 99 ? $"{sign}99+" : sign + count.ToString(CultureInfo.CurrentCulture));
    }
}
