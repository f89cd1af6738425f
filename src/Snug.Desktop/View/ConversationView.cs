using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.View.Messages;

namespace Snug.Desktop.View;

/// <summary>The frame with what was said in the room that is shown.</summary>
internal sealed class ConversationView : IDisposable
{
    private readonly Chat chat;
    private readonly ListView<LineRow> lines;
    private readonly Widget empty;
    private readonly Follow follow;
    private readonly IMessageDeeds? deeds;
    private readonly Widget list;
    private readonly NameBook names;
    // A list cannot have a popover of its own.
    private readonly Widget around;
    private Conversation? shown;
    private MessageMenu? menu;

    /// <param name="ui">The window.</param>
    /// <param name="shared">What all rows share.</param>
    public ConversationView(Builder ui, Surroundings shared)
    {
        chat = shared.Chat;
        names = shared.Names;
        empty = ui.Get<Widget>("empty");
        list = ui.Get<Widget>("lines");
        around = ui.Get<Widget>("talk");
        deeds = shared.Deeds;
        lines = new ListView<LineRow>(list, () => new LineRow(key => shown?.Find(key), shared));
        list.OnKey(press => Copy(press) || OpenMenu(press));
        list.OnSecondaryPress(OpenMenu);
        follow = new Follow(ui, Near);
        chat.OpenChanged += Show;
        Show();
    }

    // The chat outlives its windows.
    public void Dispose()
    {
        chat.OpenChanged -= Show;
        if (shown is not null) shown.Changed -= Change;
        names.Dispose();
        menu?.Dispose();
    }

    public void Page(int pages) => follow.Page(pages);

    public void JumpToNewest() => follow.JumpToNewest();

    /// <summary>Brings the keyboard to the newest line: GTK would begin at the oldest, however far away.</summary>
    public bool FocusNewest()
    {
        JumpToNewest();
        return shown?.Lines.Count > 0 && lines.Focus(row => row.Line?.Key == shown.Lines[^1].Key);
    }

    private void Show()
    {
        var before = shown?.Lines.Count ?? 0;
        if (shown is not null) shown.Changed -= Change;
        shown = chat.Open.Conversation;
        shown.Changed += Change;
        follow.JumpToNewest();
        Change(new Splice(0, before, shown.Lines));
    }

    private void Change(Splice change)
    {
        if (change.IsRefresh)
        {
            lines.Refresh(row => row.Line?.Key == change.Added[0].Key);
            return;
        }
        lines.Splice(change.At, change.Removed, [.. change.Added.Select(line => line.Key)]);
        empty.Set("visible", shown!.Lines.Count == 0);
        var isAtEnd = change.At + change.Added.Count == shown.Lines.Count;
        if (change.Removed > 0 || !isAtEnd) return;
        foreach (var said in change.Added.OfType<Said>()) follow.Added(said.IsOwn);
    }

    private bool Copy(KeyPress press)
    {
        if (press is not { Control: true, Key: 'c' or 'C' }) return false;
        var text = lines.Focused?.Line switch
        {
            Said said => said.Text,
            Notice notice => notice.Unsent,
            _ => null,
        };
        if (text is not null) Toolkit.Copy(text);
        return text is not null;
    }

    private bool OpenMenu(KeyPress press)
    {
        var asks = press is { Key: KeyPress.Menu } or { Key: KeyPress.F10, Shift: true } or { Key: KeyPress.Return or KeyPress.KeypadEnter, Control: false };
        return asks && lines.FocusedItem is { } row && OpenMenu(row);
    }

    private void OpenMenu(double x, double y)
    {
        if (lines.At(list, x, y) is { } row) OpenMenu(row);
    }

    private bool OpenMenu(LineRow row)
    {
        if (row.Line is not Said said || deeds is null) return false;
        menu ??= new MessageMenu(around, deeds);
        menu.Open(said, row.Widget.PlaceIn(around));
        return true;
    }

    // Somebody comes near an end of what is there: more is fetched before they see it.
    private void Near(bool isTop)
    {
        var (room, history) = (chat.Open, chat.Api?.History);
        if (history is null) return;
        if (isTop && room.HasOlder) _ = Model.OverHttp.Quietly.DoAsync(() => history.LoadOlderAsync(room));
        if (!isTop && room.HasNewer) _ = Model.OverHttp.Quietly.DoAsync(() => history.LoadNewerAsync(room));
    }
}
