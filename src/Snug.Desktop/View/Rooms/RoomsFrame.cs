using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.View.Search;

namespace Snug.Desktop.View.Rooms;

/// <summary>What the window has beside the conversation where there are rooms: over the line protocol there are none.</summary>
internal sealed class RoomsFrame : IDisposable
{
    private readonly Chat chat;
    private readonly Window window;
    private readonly Palette palette;
    private readonly ConversationView conversation;
    private readonly Action focusEntry;
    private readonly Attempts attempts;
    private readonly RoomDialogs dialogs;
    private readonly RoomsPane rooms;
    private readonly RoomHeader header;
    private readonly Reading reading;
    private readonly InsteadOfEntry instead;
    private readonly SearchPane search;
    private readonly Pane roomsPane;
    private readonly Pane sidePane;
    private readonly Widget people;
    private readonly ListBox peopleList;

    /// <param name="ui">The window.</param>
    /// <param name="chat">A chat with rooms.</param>
    /// <param name="palette">The people's colours.</param>
    /// <param name="conversation">What shows the open room.</param>
    /// <param name="focusEntry">Leads the keyboard to the entry.</param>
    public RoomsFrame(Builder ui, Chat chat, Palette palette, ConversationView conversation, Action focusEntry)
    {
        (this.chat, this.palette, this.conversation, this.focusEntry) = (chat, palette, conversation, focusEntry);
        window = ui.Get<Window>("window");
        people = ui.Get<Widget>("people-pane");
        peopleList = ui.Get<ListBox>("people");
        roomsPane = new Pane(ui.Get<Widget>("rooms-flap"));
        sidePane = new Pane(ui.Get<Widget>("flap"));
        attempts = new Attempts(ui.Get<ToastOverlay>("toasts"));
        dialogs = new RoomDialogs(window, chat, palette, attempts, GoTo);
        rooms = new RoomsPane(ui.Get<Box>("rooms-place"), chat, palette, GoTo, dialogs);
        var menu = ui.Get<Widget>("room-menu");
        menu.On("clicked", new RoomMenu(menu, chat, dialogs).Open);
        instead = new InsteadOfEntry(ui, chat, dialogs, focusEntry);
        search = new SearchPane(chat, palette, Jump, CloseSearch);
        ui.Get<Box>("side").Append(search.Widget);
        ShowSearch(false);
        ui.Get<Widget>("search-button").On("clicked", Search);
        header = new RoomHeader(ui, chat);
        chat.Rooms.Changed += LeaveLostRoom;

        reading = new Reading(chat, () => window.IsActive && conversation.IsAtNewest, room => Quietly.DoAsync(() => chat.Api!.MarkReadAsync(room)));
        window.On("notify::is-active", () =>
        {
            reading.Look();
            if (window.IsActive) chat.LookAt();
        });
        conversation.Moved += reading.Look;
    }

    /// <summary>A bar stands in the place of the entry.</summary>
    public bool HidesEntry => instead.IsShown;

    public void FocusBar() => instead.Focus();

    /// <summary>Goes to the conversation with somebody.</summary>
    public void Write(string name) => _ = attempts.DoAsync(async () => GoTo(await chat.Api!.OpenDirectAsync([name])));

    public bool Press(KeyPress press)
    {
        switch (press)
        {
            case { Alt: true, Control: false, Key: KeyPress.Up }: return Step(-1, press.Shift);
            case { Alt: true, Control: false, Key: KeyPress.Down }: return Step(+1, press.Shift);
            case { Control: true, Key: 'k' or 'K' }: Switcher.Open(window, chat, palette, GoTo, Write); return true;
            case { Control: true, Key: 'n' or 'N' }: dialogs.Open(); return true;
            case { Control: true, Key: 'f' or 'F' }: Search(); return true;
            case { Key: KeyPress.F8 }: ToggleRooms(); return true;
            default: return false;
        }
    }

    /// <returns>Whether a frame lay over the conversation, or the search was open, and is no more.</returns>
    public bool Escape()
    {
        if (roomsPane.Uncover() || sidePane.Covers && sidePane.Uncover()) return true;
        if (!sidePane.IsShown || !IsSearching) return false;
        ShowSearch(false);
        return true;
    }

    /// <summary>Shows or hides who is here.</summary>
    public void TogglePeople()
    {
        var wasShown = sidePane.IsShown && !IsSearching;
        ShowSearch(false);
        sidePane.IsShown = !wasShown;
        if (sidePane.Covers) roomsPane.Uncover();
        if (wasShown) focusEntry();
        else peopleList.RowAt(0)?.Focus();
    }

    public void Dispose()
    {
        chat.Rooms.Changed -= LeaveLostRoom;
        reading.Dispose();
        header.Dispose();
        rooms.Dispose();
        instead.Dispose();
        search.Dispose();
    }

    private void GoTo(ChatRoom room)
    {
        chat.Show(room);
        roomsPane.Uncover();
        sidePane.Uncover();
        focusEntry();
    }

    // Somebody took the person out of a private room, or they left it on another device.
    private void LeaveLostRoom()
    {
        if (chat.Rooms.Find(chat.Open.Id) is not null || chat.Rooms.Joined.FirstOrDefault() is not { } other) return;
        attempts.Tell(Texts.Current.RemovedYou(chat.Open.Info.Name));
        GoTo(other);
    }

    private bool Step(int step, bool unreadOnly)
    {
        if (chat.Rooms.Mine.ToList().Step(chat.Open, step, room => !unreadOnly || room.Info.Unread > 0) is { } room) GoTo(room);
        return true;
    }

    private void ToggleRooms()
    {
        roomsPane.IsShown = !roomsPane.IsShown;
        if (roomsPane.IsShown) rooms.Focus();
        else focusEntry();
    }

    private bool IsSearching => search.Widget.GetBoolean("visible");

    private void ShowSearch(bool isShown)
    {
        search.Widget.Set("visible", isShown);
        people.Set("visible", !isShown);
    }

    private void Search()
    {
        roomsPane.Uncover();
        ShowSearch(true);
        sidePane.IsShown = true;
        search.Focus();
    }

    private void CloseSearch()
    {
        if (!sidePane.Uncover()) ShowSearch(false);
        focusEntry();
    }

    private void Jump(Message message) => _ = attempts.DoAsync(async () =>
    {
        if (chat.Rooms.Find(message.Room) is not { } room) return;
        await conversation.RevealAsync(room, message.Id);
        if (sidePane.Uncover()) focusEntry();
    });
}
