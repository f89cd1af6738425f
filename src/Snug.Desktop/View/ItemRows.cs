using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>
/// The rows of a list box, one for each item. Rows that stay are left alone when the list changes: the reader may be scrolling, or a
/// screen reader reading.
/// </summary>
/// <typeparam name="TItem">What a row shows.</typeparam>
/// <typeparam name="TKey">By what an item is known again.</typeparam>
internal sealed class ItemRows<TItem, TKey> where TKey : notnull
{
    private readonly ListBox list;
    private readonly Func<TItem, TKey> keyOf;
    private readonly Func<IItemRow<TItem>> make;
    private readonly List<(TKey Key, TItem Item, IItemRow<TItem> Row)> shown = [];

    public ItemRows(ListBox list, Func<TItem, TKey> keyOf, Func<IItemRow<TItem>> make)
    {
        (this.list, this.keyOf, this.make) = (list, keyOf, make);
        list.On("row-activated", emission =>
        {
            var handle = emission.Arguments[1].AsObject();
            if (shown.FindIndex(entry => entry.Row.Widget.Handle == handle) is >= 0 and var at) Chosen?.Invoke(shown[at].Item, shown[at].Row.Widget);
            return false;
        });
    }

    /// <summary>Somebody clicked on an item, or pressed Enter on it.</summary>
    public event Action<TItem, Widget>? Chosen;

    public IReadOnlyList<TItem> Items => [.. shown.Select(entry => entry.Item)];

    public void Show(IReadOnlyList<TItem> items)
    {
        var keys = items.Select(keyOf).ToHashSet();
        for (var i = shown.Count - 1; i >= 0; i--)
            if (!keys.Contains(shown[i].Key)) Remove(i);

        for (var i = 0; i < items.Count; i++) Place(i, items[i]);
    }

    public Widget RowAt(int index) => shown[index].Row.Widget;

    private void Place(int at, TItem item)
    {
        var key = keyOf(item);
        var from = shown.FindIndex(entry => entry.Key.Equals(key));
        var row = from >= 0 ? shown[from].Row : make();
        row.Show(item);
        if (from == at)
        {
            shown[at] = (key, item, row);
            return;
        }
        var hadFocus = from >= 0 && row.Widget.HasFocusWithin;
        if (from >= 0)
        {
            list.Remove(row.Widget);
            shown.RemoveAt(from);
        }
        list.Insert(row.Widget, at);
        shown.Insert(at, (key, item, row));
        if (hadFocus) row.Widget.Focus();
    }

    private void Remove(int at)
    {
        var row = shown[at].Row;
        list.Remove(row.Widget);
        shown.RemoveAt(at);
        row.Dispose();
    }
}
