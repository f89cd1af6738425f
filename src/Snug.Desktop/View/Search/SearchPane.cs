using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;

namespace Snug.Desktop.View.Search;

/// <summary>The frame with what is searched for, and what was found.</summary>
internal sealed class SearchPane : IDisposable
{
    // A short pause in typing.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Builder ui = new("search.ui");
    private readonly Chat chat;
    private readonly Finder finder;
    private readonly Entry words;
    private readonly Widget everywhere;
    private readonly Widget outcome;
    private readonly Widget further;
    private readonly ItemRows<Message, (string, long)> rows;
    private ITimer? pause;
    private string? failure;
    private bool isGone;

    /// <param name="chat">Where to search.</param>
    /// <param name="palette">The people's colours.</param>
    /// <param name="jump">Goes to a message that was chosen.</param>
    /// <param name="close">Closes the pane.</param>
    public SearchPane(Chat chat, Palette palette, Action<Message> jump, Action close)
    {
        this.chat = chat;
        finder = new Finder(chat.Api!);
        words = ui.Get<Entry>("words");
        everywhere = ui.Get<Widget>("everywhere");
        outcome = ui.Get<Widget>("outcome");
        further = ui.Get<Widget>("further");
        // The words are part of what a row is known by: with others it marks others.
        rows = new(ui.Get<ListBox>("found"), message => (finder.Words, message.Id), () => new FoundRow(chat.Rooms.Find, () => finder.Words, palette));
        rows.Chosen += (message, _) => jump(message);
        words.On("changed", Wait);
        words.On("activate", Search);
        words.OnKey(GoToFound);
        everywhere.On("toggled", Search);
        ui.Get<Widget>("close").On("clicked", close);
        ui.Get<Widget>("scroller").On("edge-reached", emission => { GoOnAtTheEnd(emission.Arguments[1].AsEnum()); return false; });
        further.On("clicked", () => _ = TryAsync(finder.GoOnAsync));
        finder.Changed += Show;
        chat.OpenChanged += NameRoom;
        NameRoom();
    }

    public Widget Widget => ui.Get<Widget>("search");

    public void Focus() => words.Focus();

    public void Dispose()
    {
        isGone = true;
        chat.OpenChanged -= NameRoom;
        pause?.Dispose();
        finder.Dispose();
        ui.Dispose();
    }

    private void NameRoom() => ui.Get<Widget>("here-text").Set("label", Texts.Current.SearchIn(chat.Open.Info.Name));

    private bool GoToFound(KeyPress press)
    {
        if (press.Key != KeyPress.Down || rows.Items.Count == 0) return false;
        rows.RowAt(0).Focus();
        return true;
    }

    private void Wait()
    {
        pause?.Dispose();
        var main = SynchronizationContext.Current!;
        pause = chat.Time.CreateTimer(_ => main.Post(_ => Search(), null), null, Pause, Timeout.InfiniteTimeSpan);
    }

    private void Search()
    {
        // The pause may have ended in the moment in which the window went.
        if (isGone) return;
        pause?.Dispose();
        pause = null;
        _ = TryAsync(() => finder.SearchAsync(words.Text.Trim(), everywhere.GetBoolean("active") ? null : chat.Open));
    }

    private void GoOnAtTheEnd(int edge)
    {
        // GtkPositionType.
        const int Bottom = 3;
        if (edge == Bottom) _ = TryAsync(finder.GoOnAsync);
    }

    private async Task TryAsync(Func<Task> search)
    {
        failure = null;
        try
        {
            await search();
        }
        catch (ChatException refused)
        {
            failure = Texts.Current.Explain(refused);
        }
        if (!isGone) Show();
    }

    private void Show()
    {
        rows.Show([.. finder.Found]);
        outcome.Set("label", Outcome());
        further.Set("visible", finder is { HasMore: true, IsAsking: false });
    }

    private string Outcome() => finder switch
    {
        _ when failure is not null => failure,
        { Words: "" } => Texts.Current.SearchHint,
        { IsAsking: true } => Texts.Current.Searching,
        { Found.Count: 0, HasMore: false } => Texts.Current.NothingFound(finder.Words),
        { HasMore: true } => Texts.Current.FoundSoFar(finder.Found.Count),
        _ => Texts.Current.Found(finder.Found.Count),
    };
}
