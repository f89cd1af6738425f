using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>
/// A list of keys of which only those in view have rows: a row is made once and then shows one thing after the other.
/// </summary>
/// <typeparam name="TRow">A row, which knows its widget and can be told to show another key.</typeparam>
internal sealed unsafe class ListView<TRow> where TRow : class, IRow
{
    private readonly Widget view;
    private readonly nint keys = Native.gtk_string_list_new(0);
    private readonly Dictionary<nint, TRow> rows = [];

    /// <param name="view">The GtkListView.</param>
    /// <param name="make">Makes a row.</param>
    public ListView(Widget view, Func<TRow> make)
    {
        this.view = view;
        var factory = new Obj { Handle = Native.gtk_signal_list_item_factory_new() };
        factory.On("setup", emission => { SetUp(emission.Arguments[1].AsObject(), make()); return false; });
        factory.On("bind", emission => { Bind(emission.Arguments[1].AsObject()); return false; });
        factory.On("unbind", emission => { rows[emission.Arguments[1].AsObject()].Hide(); return false; });
        factory.On("teardown", emission => { TearDown(emission.Arguments[1].AsObject()); return false; });
        Native.gtk_list_view_set_factory(view.Handle, factory.Handle);
        factory.Release();
        // The selection takes over the list of keys, and the view holds the selection.
        var selection = new Obj { Handle = Native.gtk_no_selection_new(keys) };
        Native.gtk_list_view_set_model(view.Handle, selection.Handle);
        selection.Release();
    }

    /// <summary>The row that has the keyboard's focus, itself or within.</summary>
    public TRow? Focused => rows.Values.FirstOrDefault(row => row.IsShown && ItemOf(row) is { } item && item.HasFocusWithin);

    /// <summary>The row that has the focus itself: what is within it has not.</summary>
    public TRow? FocusedItem => rows.Values.FirstOrDefault(row => row.IsShown && ItemOf(row) is { HasFocus: true });

    /// <summary>The row at a place within a widget around it, in logical pixels.</summary>
    public TRow? At(Widget around, double x, double y) => rows.Values.FirstOrDefault(row =>
        row.IsShown && row.Widget.PlaceIn(around) is var place && x >= place.X && x < place.X + place.Width && y >= place.Y && y < place.Y + place.Height);

    /// <summary>Behind the first <paramref name="at"/> keys takes some away, and adds others.</summary>
    public void Splice(int at, int removed, IReadOnlyList<string> added)
    {
        var texts = (byte**)NativeMemory.AllocZeroed((nuint)(added.Count + 1), (nuint)sizeof(byte*));
        try
        {
            for (var i = 0; i < added.Count; i++) texts[i] = (byte*)Marshal.StringToCoTaskMemUTF8(added[i]);
            Native.gtk_string_list_splice(keys, (uint)at, (uint)removed, texts);
        }
        finally
        {
            for (var i = 0; i < added.Count; i++) Marshal.FreeCoTaskMem((nint)texts[i]);
            NativeMemory.Free(texts);
        }
    }

    /// <summary>Shows anew what has changed and is still the same: the focus stays where it is.</summary>
    public void Refresh(Func<TRow, bool> shows)
    {
        foreach (var (item, row) in rows)
            if (row.IsShown && shows(row)) Bind(item);
    }

    /// <summary>Brings a row into view.</summary>
    public void ScrollTo(int index) =>
        _ = Native.gtk_widget_activate_action_variant(view.Handle, "list.scroll-to-item", Native.g_variant_new_uint32((uint)index));

    /// <summary>The rows that show something.</summary>
    public IEnumerable<TRow> Shown => rows.Values.Where(row => row.IsShown);

    /// <summary>Brings the keyboard to the row that shows something, where there is one.</summary>
    public bool Focus(Func<TRow, bool> shows)
    {
        var row = rows.Values.FirstOrDefault(row => row.IsShown && shows(row));
        if (row is not null) ItemOf(row)?.Focus();
        return row is not null;
    }

    private void SetUp(nint item, TRow row)
    {
        rows[item] = row;
        Native.gtk_list_item_set_child(item, row.Widget.Handle);
        Native.gtk_list_item_set_activatable(item, 0);
    }

    private void Bind(nint item)
    {
        var row = rows[item];
        var name = row.Show(Marshal.PtrToStringUTF8(Native.gtk_string_object_get_string(Native.gtk_list_item_get_item(item)))!);
        ItemOf(row)?.Name(name);
    }

    private void TearDown(nint item)
    {
        if (rows.Remove(item, out var row)) row.Dispose();
    }

    // What a screen reader finds, and the arrow keys move between, is the widget that GTK puts around the row.
    private static Widget? ItemOf(TRow row) => Native.gtk_widget_get_parent(row.Widget.Handle) is not 0 and var item ? new Widget { Handle = item } : null;
}
