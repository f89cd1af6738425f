using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Rooms;

/// <summary>What the open room is, and what one may do with it.</summary>
internal sealed class RoomMenu : IDisposable
{
    private const long Lobby = 1;

    private readonly Builder ui = new("room-menu.ui");
    private readonly Chat chat;
    private readonly Popover menu;

    /// <param name="button">The GtkMenuButton that opens it.</param>
    /// <param name="chat">Whose open room.</param>
    /// <param name="dialogs">What its entries open.</param>
    public RoomMenu(Widget button, Chat chat, RoomDialogs dialogs)
    {
        this.chat = chat;
        menu = ui.Get<Popover>("menu");
        menu.AttachTo(button);
        menu.On("show", Show);
        Does("invite", dialogs.Invite);
        Does("change", dialogs.Change);
        Does("archive", dialogs.Archive);
        Does("leave", dialogs.Leave);
    }

    public void Dispose() => ui.Dispose();

    private void Does(string item, Action work) => ui.Get<Widget>(item).On("clicked", () =>
    {
        menu.Close();
        work();
    });

    private void Show()
    {
        var (info, texts) = (chat.Open.Info, Texts.Current);
        var isNamed = info.Kind != RoomKind.Direct && info.Id != Lobby;
        Say("name", info.Name);
        string[] about =
        [
            info.Kind switch { RoomKind.Direct => texts.DirectMessages, RoomKind.Private => texts.PrivateRoom, _ => texts.PublicRoom },
            info.Archived ? texts.Archived : "",
        ];
        Say("kind", string.Join(" · ", about.Where(part => part.Length > 0)));
        Say("topic", info.Topic is { Length: > 0 } topic ? topic : isNamed ? texts.NoTopic : "");
        Offer("invite", isNamed && info is { Joined: true, Archived: false });
        Offer("change", isNamed && chat.Api!.IsAdmin);
        Offer("archive", isNamed && chat.Api!.IsAdmin);
        ui.Get<Widget>("archive").Set("label", info.Archived ? texts.Unarchive : texts.Archive);
        Offer("leave", isNamed && info.Joined);
    }

    private void Say(string label, string words)
    {
        ui.Get<Widget>(label).Set("label", words);
        Offer(label, words.Length > 0);
    }

    private void Offer(string item, bool isOffered) => ui.Get<Widget>(item).Set("visible", isOffered);
}
