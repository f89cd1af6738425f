using Snug.Desktop.Gtk;
using Snug.Desktop.Media;
using Snug.Desktop.Model;
using Snug.Desktop.View.Messages;
using Snug.Desktop.View.Writing;

namespace Snug.Desktop.View;

/// <summary>The window of one room: the conversation, the entry and who is here.</summary>
internal sealed class ChatWindow : IDisposable
{
    // The builder owns the widgets that this class and its parts borrow: it lives until the window has gone.
    private readonly Builder ui = new("window.ui");
    private readonly Window window;
    private readonly Widget flap;
    private readonly ConversationView conversation;
    private readonly Composer composer;
    private readonly FileDesk? desk;
    private readonly TaskCompletionSource closed = new();

    public ChatWindow(Chat chat)
    {
        var palette = new Palette();
        window = ui.Get<Window>("window");
        flap = ui.Get<Widget>("flap");
        desk = chat.Api is { } files ? new FileDesk(chat.Server, files.DownloadAsync, chat.Time) : null;
        composer = new Composer(ui.Get<Box>("composer-place"), window, chat, desk);
        var deeds = chat.Api is { } api ? new MessageDeeds(chat, api, composer) : null;
        conversation = new ConversationView(ui, new Surroundings(chat, palette, new NameBook(chat), deeds, desk));
        _ = new PeopleView(ui, chat, palette);
        _ = new LinkBanner(ui, chat);
        if (chat.Api is not null) _ = new PrimaryMenu(ui.Get<Box>("menu-place"), window, chat, chat.Api);

        var title = $"{chat.Me}'s Chat Room";
        window.Set("title", title);
        ui.Get<Widget>("title").Set("title", title);
        ui.Get<Widget>("title").Set("subtitle", chat.Server);
        window.On("close-request", _ => Hide());
        window.OnKey(Press);
        // Both buttons hide themselves: the keyboard should not be left on nothing.
        ui.Get<Widget>("jump").On("clicked", composer.Focus);
        ui.Get<Widget>("hurry").On("clicked", composer.Focus);
        ui.Get<Widget>("lines").OnKey(LeaveConversation);
        composer.OnBack(conversation.FocusNewest);
    }

    /// <summary>Completes when the person has closed the window.</summary>
    public Task Closed => closed.Task;

    public Window Window => window;

    /// <summary>The flap with who is here.</summary>
    public Widget People => flap;

    public void Present()
    {
        window.Present();
        composer.Focus();
    }

    public void Close() => window.Close();

    public void Dispose()
    {
        window.Destroy();
        conversation.Dispose();
        composer.Dispose();
        desk?.Dispose();
        ui.Dispose();
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
        switch (press)
        {
            case { Control: true, Key: 'q' or 'Q' or 'w' or 'W' }: Close(); return true;
            case { Control: true, Key: KeyPress.End }: conversation.JumpToNewest(); return true;
            case { Key: KeyPress.PageUp or KeyPress.KeypadPageUp }: conversation.Page(-1); return true;
            case { Key: KeyPress.PageDown or KeyPress.KeypadPageDown }: conversation.Page(+1); return true;
            case { Key: KeyPress.F9 }: flap.Set("reveal-flap", !flap.GetBoolean("reveal-flap")); return true;
            case { Key: KeyPress.Escape }: return BackToEntry();
            default: return false;
        }
    }

    private bool BackToEntry()
    {
        if (flap.GetBoolean("folded") && flap.GetBoolean("reveal-flap")) flap.Set("reveal-flap", false);
        else conversation.JumpToNewest();
        composer.Focus();
        return true;
    }

    // Up and Down go through the lines; Tab should leave the conversation instead of walking through hundreds of them.
    private bool LeaveConversation(KeyPress press)
    {
        if (press.Key != KeyPress.Tab) return false;
        composer.Focus();
        return true;
    }
}
