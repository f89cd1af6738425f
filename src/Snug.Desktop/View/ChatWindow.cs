using Snug.Desktop.Gtk;
using Snug.Desktop.Media;
using Snug.Desktop.Model;
using Snug.Desktop.View.Messages;
using Snug.Desktop.View.People;
using Snug.Desktop.View.Rooms;
using Snug.Desktop.View.Writing;

namespace Snug.Desktop.View;

/// <summary>The window: the conversation, the entry and who is here; and where there are rooms, what belongs to them.</summary>
internal sealed class ChatWindow : IDisposable
{
    // The builder owns the widgets that this class and its parts borrow: it lives until the window has gone.
    private readonly Builder ui = new("window.ui");
    private readonly Window window;
    private readonly Pane people;
    private readonly ConversationView conversation;
    private readonly Composer composer;
    private readonly FileDesk? desk;
    private readonly RoomsFrame? rooms;
    private readonly TaskCompletionSource closed = new();

    public ChatWindow(Chat chat)
    {
        var palette = new Palette();
        window = ui.Get<Window>("window");
        people = new Pane(ui.Get<Widget>("flap"));
        desk = chat.Api is { } files ? new FileDesk(chat.Server, files.DownloadAsync, chat.Time) : null;
        if (desk is not null) desk.Failed += new Attempts(ui.Get<ToastOverlay>("toasts")).Tell;
        composer = new Composer(ui.Get<Box>("composer-place"), window, chat, desk);
        var deeds = chat.Api is { } api ? new MessageDeeds(window, chat, api, composer) { Revealer = (room, message) => conversation!.RevealAsync(room, message) } : null;
        conversation = new ConversationView(ui, new Surroundings(chat, palette, new NameBook(chat), deeds, desk));
        composer.OnBack(conversation.FocusNewest);
        if (chat.Api is not null) rooms = new RoomsFrame(ui, chat, palette, conversation, FocusEntry);
        else ShowOneRoom(chat);
        var menu = rooms is null ? null : new PersonMenu(ui.Get<Widget>("people-pane"), rooms.Write, name => composer.Insert($"@{name} "));
        _ = new PeopleView(ui, chat, palette, menu);
        _ = new LinkBanner(ui, chat);
        if (chat.Api is not null) _ = new PrimaryMenu(ui.Get<Box>("menu-place"), window, chat, chat.Api);

        RoomsEdge = new PaneEdge(ui.Get<Widget>("rooms-flap"), ui.Get<Widget>("rooms-place"), ui.Get<Widget>("talk"), isAtEnd: false);
        PeopleEdge = new PaneEdge(People, ui.Get<Widget>("side"), ui.Get<Widget>("talk"), isAtEnd: true);

        window.On("close-request", _ => Hide());
        window.OnKey(Press);
        // Both buttons hide themselves: the keyboard should not be left on nothing.
        ui.Get<Widget>("jump").On("clicked", FocusEntry);
        ui.Get<Widget>("hurry").On("clicked", FocusEntry);
        ui.Get<Widget>("lines").OnKey(LeaveConversation);
    }

    /// <summary>Completes when the person has closed the window.</summary>
    public Task Closed => closed.Task;

    public Window Window => window;

    /// <summary>The flap with who is here.</summary>
    public Widget People => ui.Get<Widget>("flap");

    /// <summary>Where the conversation is scrolled to.</summary>
    public Adjustment Scroll => ui.Get<Widget>("scroller").GetObject<Adjustment>("vadjustment");

    /// <summary>Where the pane with the rooms ends.</summary>
    public PaneEdge RoomsEdge { get; }

    /// <summary>Where the pane with who is here begins.</summary>
    public PaneEdge PeopleEdge { get; }

    public void Present()
    {
        window.Present();
        FocusEntry();
    }

    public void Close() => window.Close();

    public void Dispose()
    {
        window.Destroy();
        rooms?.Dispose();
        conversation.Dispose();
        composer.Dispose();
        desk?.Dispose();
        ui.Dispose();
    }

    private void ShowOneRoom(Chat chat)
    {
        var title = Texts.Current.WindowTitle(chat.Me);
        window.Set("title", title);
        ui.Get<Widget>("title").Set("title", title);
        ui.Get<Widget>("title").Set("subtitle", chat.Server);
        foreach (var id in (string[])["rooms-button", "search-button", "room-menu", "rooms-place"]) ui.Get<Widget>(id).Set("visible", false);
        ui.Get<Widget>("rooms-flap").Set("reveal-flap", false);
        ui.Get<Widget>("rooms-flap").Set("swipe-to-open", false);
    }

    // The widgets stay: what is still being sent may come to an end behind the closed window.
    private bool Hide()
    {
        window.Set("visible", false);
        closed.TrySetResult();
        return true;
    }

    private bool Press(KeyPress press)
    {
        if (rooms?.Press(press) == true) return true;
        switch (press)
        {
            case { Control: true, Key: 'q' or 'Q' or 'w' or 'W' }: Close(); return true;
            case { Control: true, Key: KeyPress.End }: conversation.JumpToNewest(); return true;
            case { Key: KeyPress.PageUp or KeyPress.KeypadPageUp }: conversation.Page(-1); return true;
            case { Key: KeyPress.PageDown or KeyPress.KeypadPageDown }: conversation.Page(+1); return true;
            case { Key: KeyPress.F9 }: TogglePeople(); return true;
            case { Key: KeyPress.Escape }: return BackToEntry();
            default: return false;
        }
    }

    private void TogglePeople()
    {
        if (rooms is not null) rooms.TogglePeople();
        else people.IsShown = !people.IsShown;
    }

    private bool BackToEntry()
    {
        var wasCovered = rooms?.Escape() ?? people.Uncover();
        if (!wasCovered && !composer.Cancel()) conversation.JumpToNewest();
        FocusEntry();
        return true;
    }

    private void FocusEntry()
    {
        if (rooms is { HidesEntry: true }) rooms.FocusBar();
        else composer.Focus();
    }

    // Up and Down go through the lines; Tab should leave the conversation instead of walking through hundreds of them.
    private bool LeaveConversation(KeyPress press)
    {
        if (press.Key != KeyPress.Tab) return false;
        FocusEntry();
        return true;
    }
}
