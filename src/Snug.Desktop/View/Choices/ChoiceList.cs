using Snug.Desktop.Gtk;

namespace Snug.Desktop.View.Choices;

/// <summary>
/// An entry, and below it what fits what is typed. The arrow keys go through the list while the entry keeps the focus; Enter or a
/// click chooses.
/// </summary>
internal sealed class ChoiceList
{
    // Who does not find it among so many types another letter.
    private const int Most = 50;

    // The list's own, in pixels, and a little of the next row.
    private const int Margin = 10;

    private readonly Entry entry;
    private readonly ListBox list;
    private readonly Widget nothing;
    private readonly Adjustment scroll;
    private readonly ItemRows<Choice, string> rows;
    private readonly Func<string, (IEnumerable<Choice> Choices, string Nothing)> find;
    private int at;

    /// <param name="ui">With <c>filter</c>, <c>choices</c>, <c>nothing</c> and <c>scroller</c>.</param>
    /// <param name="palette">The people's colours.</param>
    /// <param name="find">What fits what is typed, the best first, and what is said where nothing does.</param>
    public ChoiceList(Builder ui, Palette palette, Func<string, (IEnumerable<Choice> Choices, string Nothing)> find)
    {
        this.find = find;
        entry = ui.Get<Entry>("filter");
        list = ui.Get<ListBox>("choices");
        nothing = ui.Get<Widget>("nothing");
        scroll = ui.Get<Widget>("scroller").GetObject<Adjustment>("vadjustment");
        rows = new(list, choice => choice.Key, () => new ChoiceRow(palette));
        rows.Chosen += (choice, _) => Chosen?.Invoke(choice);
        entry.On("changed", () => { at = 0; Refresh(); });
        entry.On("activate", Choose);
        entry.OnKey(Press);
        Refresh();
    }

    public event Action<Choice>? Chosen;

    /// <summary>Enter was pressed where nothing is typed; true where that was all that was wanted.</summary>
    public Func<bool> OnEmptyEnter { get; set; } = () => false;

    public void Focus() => entry.FocusKeepingText();

    public void Name(string hint)
    {
        entry.Set("placeholder-text", hint);
        entry.Name(hint);
        list.Name(hint);
    }

    /// <summary>Begins a new search.</summary>
    public void Clear()
    {
        at = 0;
        if (entry.Text.Length > 0) entry.Text = "";
        else Refresh();
    }

    public void Refresh()
    {
        var (choices, words) = find(entry.Text.Trim());
        rows.Show([.. choices.Take(Most)]);
        nothing.Set("label", words);
        nothing.Set("visible", rows.Items.Count == 0);
        Mark();
    }

    private void Choose()
    {
        if (entry.Text.Length == 0 && OnEmptyEnter()) return;
        if (at < rows.Items.Count) Chosen?.Invoke(rows.Items[at]);
        else entry.Bell();
    }

    private bool Press(KeyPress press)
    {
        if (press.Key is not (KeyPress.Up or KeyPress.Down) || rows.Items.Count == 0) return false;
        at = Math.Clamp(at + (press.Key == KeyPress.Down ? 1 : -1), 0, rows.Items.Count - 1);
        Mark();
        return true;
    }

    // The focus stays in the entry, where a screen reader hears what is marked.
    private void Mark()
    {
        at = Math.Min(at, Math.Max(0, rows.Items.Count - 1));
        var row = rows.Items.Count > 0 ? rows.RowAt(at) : null;
        list.Select(at);
        entry.Describe(row is null ? nothing.GetText("label") : rows.Items[at].Name);
        if (row is null) return;
        var (top, bottom) = (row.TopIn(list) - Margin, row.TopIn(list) + row.Height + Margin);
        if (top < scroll.Position) scroll.Position = top;
        if (bottom > scroll.Position + scroll.Page) scroll.Position = bottom - scroll.Page;
    }
}
