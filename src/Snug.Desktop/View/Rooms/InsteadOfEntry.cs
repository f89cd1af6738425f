using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Rooms;

/// <summary>The bar in the place of the entry where nothing may be said: one has not joined the room, or it is archived.</summary>
internal sealed class InsteadOfEntry : IDisposable
{
    private readonly Builder bar = new("bar.ui");
    private readonly Chat chat;
    private readonly Widget entry;
    private readonly Widget place;
    private readonly Widget text;
    private readonly Widget join;
    private readonly Widget menu;
    private readonly Action focusEntry;

    public InsteadOfEntry(Builder ui, Chat chat, RoomDialogs dialogs, Action focusEntry)
    {
        this.chat = chat;
        entry = ui.Get<Widget>("composer-place");
        place = ui.Get<Widget>("bar-place");
        ui.Get<Box>("bar-place").Append(bar.Get<Widget>("bar"));
        text = bar.Get<Widget>("bar-text");
        join = bar.Get<Widget>("join");
        menu = ui.Get<Widget>("room-menu");
        join.On("clicked", dialogs.Join);
        this.focusEntry = focusEntry;
        chat.OpenChanged += ShowOther;
        chat.Rooms.Changed += ShowSame;
        ShowOther();
    }

    /// <summary>Whether it is there, and the entry is not.</summary>
    public bool IsShown { get; private set; }

    /// <summary>To what one can do here; in an archived room that is what the room's menu has.</summary>
    public void Focus() => (chat.Open.Info.Archived ? menu : join).Focus();

    public void Dispose()
    {
        chat.OpenChanged -= ShowOther;
        chat.Rooms.Changed -= ShowSame;
        bar.Dispose();
    }

    private void ShowOther() => Show(null);

    // Whoever has just joined wants to write.
    private void ShowSame() => Show(focusEntry);

    private void Show(Action? whenGone)
    {
        var info = chat.Open.Info;
        var wasShown = IsShown;
        IsShown = info.Archived || !info.Joined;
        entry.Set("visible", !IsShown);
        place.Set("visible", IsShown);
        text.Set("label", info.Archived ? Texts.Current.ArchivedHint : Texts.Current.NotJoined);
        join.Set("visible", !info.Joined && !info.Archived);
        if (wasShown && !IsShown) whenGone?.Invoke();
    }
}
