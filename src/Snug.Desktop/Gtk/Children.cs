namespace Snug.Desktop.Gtk;

/// <summary>What widgets with others within them can do.</summary>
internal static class Children
{
    public static void Append(this Widget box, Widget child) => Native.gtk_box_append(box.Handle, child.Handle);

    public static void Remove(this Widget box, Widget child) => Native.gtk_box_remove(box.Handle, child.Handle);

    /// <summary>Puts a widget into a column of what it is in, which is laid out as a grid.</summary>
    public static void PutIntoColumn(this Widget child, int column, Widget around)
    {
        var layout = Native.gtk_widget_get_layout_manager(around.Handle);
        new Obj { Handle = Native.gtk_layout_manager_get_layout_child(layout, child.Handle) }.Set("column", column);
    }

    /// <summary>A row of widgets beside each other within a box.</summary>
    public static Widget AppendRow(this Widget box, int spacing)
    {
        var row = new Widget { Handle = Native.gtk_box_new(orientation: 0, spacing) };
        box.Append(row);
        return row;
    }

    /// <summary>How many of the screen's pixels stand for one.</summary>
    public static int ScaleFactor(this Widget widget) => Native.gtk_widget_get_scale_factor(widget.Handle);

    public static void GrabFocus(this Widget widget) => _ = Native.gtk_widget_grab_focus(widget.Handle);

    /// <summary>The window that a widget is in; null when it is in none.</summary>
    public static Window? WindowOf(this Widget widget) =>
        Native.gtk_widget_get_root(widget.Handle) is not 0 and var root ? new Window { Handle = root } : null;

    /// <summary>Keeps a window above another, which also closes it.</summary>
    public static void BelongTo(this Window window, Window parent) => Native.gtk_window_set_transient_for(window.Handle, parent.Handle);
}
