using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Rooms;

/// <summary>What the open room is, and what one may do with it.</summary>
/// <param name="button">At which it opens.</param>
/// <param name="chat">Whose open room.</param>
/// <param name="dialogs">What its entries open.</param>
internal sealed class RoomMenu(Widget button, Chat chat, RoomDialogs dialogs)
{
    public void Open()
    {
        var ui = new Builder("room-menu.ui");
        var menu = ui.Get<Popover>("menu");
        var (info, texts) = (chat.Open.Info, Texts.Current);
        var isNamed = info.Kind != RoomKind.Direct && info.Id != ChatRoom.LobbyId;
        var mayChange = isNamed && chat.Api!.IsAdmin;
        Say("name", info.Name);
        Say("kind", info.Archived ? $"{KindOf(info)} · {texts.Archived}" : KindOf(info));
        Say("topic", info.Topic is { Length: > 0 } topic ? topic : isNamed ? texts.NoTopic : "");
        Offer("invite", isNamed && info is { Joined: true, Archived: false }, dialogs.Invite);
        Offer("change", mayChange, dialogs.Change);
        Offer("archive", mayChange, dialogs.Archive);
        ui.Get<Widget>("archive-text").Set("label", info.Archived ? texts.Unarchive : texts.Archive);
        Offer("leave", isNamed && info.Joined, dialogs.Leave);
        menu.OpenAt(button, button, ui.Dispose);

        void Say(string label, string words)
        {
            ui.Get<Widget>(label).Set("label", words);
            ui.Get<Widget>(label).Set("visible", words.Length > 0);
        }

        void Offer(string item, bool isOffered, Action work)
        {
            ui.Get<Widget>(item).Set("visible", isOffered);
            ui.Get<Widget>(item).On("clicked", () =>
            {
                menu.Hide();
                work();
            });
        }
    }

    private static string KindOf(Room info) => info.Kind switch
    {
        RoomKind.Direct => Texts.Current.DirectMessages,
        RoomKind.Private => Texts.Current.PrivateRoom,
        _ => Texts.Current.PublicRoom,
    };
}
