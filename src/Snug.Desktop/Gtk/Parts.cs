namespace Snug.Desktop.Gtk;

/// <summary>Makes widgets that a message's text is put together from; each belongs to the widget that it is put into.</summary>
internal static class Parts
{
    private const int Across = 0, Down = 1;
    private const int Automatic = 1, Never = 2;
    private const int LeftToRight = 1, RightToLeft = 2;

    public static Widget Label(string text) => new() { Handle = Native.gtk_label_new(text) };

    public static void SetMarkup(Widget label, string markup) => Native.gtk_label_set_markup(label.Handle, markup);

    /// <summary>Begins a label's lines, or a grid's columns, on the left or on the right, whichever way the window is laid out.</summary>
    public static void Direct(Widget widget, bool isRightToLeft) => Native.gtk_widget_set_direction(widget.Handle, isRightToLeft ? RightToLeft : LeftToRight);

    public static Widget Column(int spacing) => new() { Handle = Native.gtk_box_new(Down, spacing) };

    public static Widget Row(int spacing) => new() { Handle = Native.gtk_box_new(Across, spacing) };

    public static void Append(Widget box, Widget child) => Native.gtk_box_append(box.Handle, child.Handle);

    public static void Empty(Widget box)
    {
        while (Native.gtk_widget_get_first_child(box.Handle) is not 0 and var child) Native.gtk_box_remove(box.Handle, child);
    }

    public static Widget Grid() => new() { Handle = Native.gtk_grid_new() };

    public static void Attach(Widget grid, Widget child, int column, int row) =>
        Native.gtk_grid_attach(grid.Handle, child.Handle, column, row, 1, 1);

    public static Widget Line() => new() { Handle = Native.gtk_separator_new(Across) };

    public static Widget IconButton(string icon) => new() { Handle = Native.gtk_button_new_from_icon_name(icon) };

    public static void Tip(Widget widget, string text) => Native.gtk_widget_set_tooltip_text(widget.Handle, text);

    /// <summary>Shows a part of a wide widget, to be scrolled sideways; it is as high as the widget.</summary>
    /// <param name="child">The widget.</param>
    /// <param name="isRightToLeft">Its right end is seen first, whichever way the window is laid out.</param>
    public static Widget ScrolledSideways(Widget child, bool isRightToLeft)
    {
        var scrolled = new Widget { Handle = Native.gtk_scrolled_window_new() };
        Native.gtk_scrolled_window_set_policy(scrolled.Handle, Automatic, Never);
        Native.gtk_scrolled_window_set_child(scrolled.Handle, child.Handle);
        // As wide as what it shows where there is room: otherwise a short line would be hidden in a narrow part.
        scrolled.Set("propagate-natural-width", true);
        // GTK puts a viewport between the two, which decides where it begins.
        foreach (var part in (Widget[])[scrolled, child.GetObject<Widget>("parent"), child]) Direct(part, isRightToLeft);
        return scrolled;
    }

    public static Widget Overlaid(Widget below, Widget above)
    {
        var overlay = new Widget { Handle = Native.gtk_overlay_new() };
        Native.gtk_overlay_set_child(overlay.Handle, below.Handle);
        Native.gtk_overlay_add_overlay(overlay.Handle, above.Handle);
        return overlay;
    }

    /// <summary>The address of a link that is followed.</summary>
    public static string LinkOf(Emission activated) => activated.Arguments[1].AsText();
}
