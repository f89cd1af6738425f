using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.View.Messages;

namespace Snug.Desktop.View;

/// <summary>The frame with what was said in the room that is shown.</summary>
internal sealed class ConversationView : IDisposable
{
    // As long as it takes to find it with the eyes.
    private static readonly TimeSpan Standout = TimeSpan.FromSeconds(2.5);

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
    private string? found;
    private MessageMenu? menu;

    /// <param name="ui">The window.</param>
    /// <param name="shared">What all rows share.</param>
    public ConversationView(Builder ui, Surroundings shared)
    {
        chat = shared.Chat;
        names = shared.Names;
        empty = ui.Get<Widget>("empty");
        if (chat.Api is not null)
        {
            empty.Set("title", Texts.Current.Empty);
            empty.Set("description", Texts.Current.EmptyHint);
        }
        list = ui.Get<Widget>("lines");
        around = ui.Get<Widget>("talk");
        deeds = shared.Deeds;
        lines = new ListView<LineRow>(list, () => new LineRow(key => shown?.Find(key), () => found, shared));
        list.OnKey(press => Copy(press) || OpenMenu(press));
        list.OnSecondaryPress(OpenMenu);
        follow = new Follow(ui, Near, JumpToNewest);
        follow.Moved += () => Moved?.Invoke();
        chat.OpenChanged += Show;
        Show();
    }

    /// <summary>Told when what is in sight may be another part of the room.</summary>
    public event Action? Moved;

    /// <summary>The newest line of what is shown is in sight.</summary>
    public bool IsAtNewest => follow.IsAtNewest;

    /// <summary>Shows a message among what was said around it, and lets it stand out for a moment.</summary>
    /// <exception cref="ChatException">What was said there could not be read.</exception>
    public async Task RevealAsync(ChatRoom room, long message)
    {
        await chat.Api!.History.LoadAroundAsync(room, message);
        chat.Show(room);
        var at = room.Conversation.Lines.Index().FirstOrDefault(line => line.Item.Key == Said.KeyOf(message), (-1, null!)).Index;
        if (at < 0) return;
        follow.StandStill();
        lines.ScrollTo(at);
        _ = LetStandOutAsync(Said.KeyOf(message));
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

    public void JumpToNewest()
    {
        if (chat.Open.HasNewer) _ = FetchNewestAsync();
        else follow.JumpToNewest();
    }

    private async Task FetchNewestAsync()
    {
        var room = chat.Open;
        if (!await Model.OverHttp.Quietly.DoAsync(() => chat.Api!.History.LoadNewestAsync(room))) return;
        await Layout.OfAsync(list);
        if (room == chat.Open && !room.HasNewer) follow.JumpToNewest();
    }

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
        empty.Set("visible", shown!.Lines.Count == 0 && (chat.Api is null || chat.Open.IsLoaded));
        Moved?.Invoke();
        var isAtEnd = change.At + change.Added.Count == shown.Lines.Count;
        if (change.Removed > 0 || !isAtEnd) return;
        if (chat.Open.HasNewer)
        {
            // The end of a stretch of the past is no end; but who says something wants to see it.
            if (change.Added.Any(line => line.IsWaiting)) JumpToNewest();
            else follow.StandStill();
            return;
        }
        foreach (var said in change.Added.OfType<Said>()) follow.Added(said.IsOwn);
    }

    private async Task LetStandOutAsync(string key)
    {
        Mark(key);
        await Task.Delay(Standout, chat.Time);
        if (found == key) Mark(null);
    }

    private void Mark(string? key)
    {
        found = key;
        foreach (var row in lines.Shown) row.MarkFound();
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
