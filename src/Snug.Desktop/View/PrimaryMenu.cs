using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.View.Accounts;

namespace Snug.Desktop.View;

/// <summary>The menu of the window: one's name, the keys, what this is, and the way out.</summary>
internal sealed class PrimaryMenu
{
    private readonly Window window;
    private readonly Chat chat;
    private readonly ChatApi api;
    private readonly Obj keep;
    private readonly Obj change;

    /// <param name="place">An empty box for its button.</param>
    /// <param name="window">Whose menu it is.</param>
    /// <param name="chat">The chat that is shown.</param>
    /// <param name="api">What is done in it.</param>
    public PrimaryMenu(Box place, Window window, Chat chat, ChatApi api)
    {
        (this.window, this.chat, this.api) = (window, chat, api);
        var actions = new Actions(window, "menu");
        keep = actions.Add("keep", () => _ = KeepAsync());
        change = actions.Add("change", () => _ = KeepAsync());
        actions.Add("shortcuts", () => ShortcutsWindow.Show(window));
        actions.Add("about", About);
        actions.Add("leave", () => _ = LeaveAsync());
        using var ui = new Builder("primary-menu.ui");
        place.Append(ui.Get<Widget>("button"));
        window.OnKey(Press);
        ShowKept();
    }

    private void ShowKept()
    {
        keep.Set("enabled", !api.IsMember);
        change.Set("enabled", api.IsMember);
    }

    private bool Press(KeyPress press)
    {
        if (press is not ({ Key: KeyPress.F1 } or { Key: '?', Control: true })) return false;
        ShortcutsWindow.Show(window);
        return true;
    }

    private async Task KeepAsync()
    {
        var wasKept = api.IsMember;
        if (!await KeepNameDialog.AskAsync(window, chat.Me, wasKept, api.KeepNameAsync, chat.Time)) return;
        ShowKept();
        chat.Tell(wasKept ? Texts.Current.PasswordChanged : Texts.Current.NameKept(chat.Me));
    }

    private void About()
    {
        // The window belongs to itself and goes when it is closed.
        using var ui = new Builder("about.ui");
        var about = ui.Get<Window>("about");
        about.Set("version", typeof(PrimaryMenu).Assembly.GetName().Version!.ToString(3));
        about.StandOver(window);
        about.Present();
    }

    private async Task LeaveAsync()
    {
        if (!api.IsMember && !await IsSureAsync()) return;
        try
        {
            await api.LeaveAsync();
            window.Close();
        }
        catch (ChatException failure)
        {
            chat.Tell(Texts.Current.NotLeft, Texts.Current.Explain(failure));
        }
    }

    private async Task<bool> IsSureAsync()
    {
        using var ui = new Builder("leave-chat.ui");
        var dialog = ui.Get<MessageDialog>("dialog");
        dialog.Set("body", Texts.Current.LeaveGuestWarning(chat.Me));
        return await dialog.AskAsync(window) == "leave";
    }
}
