namespace Snug.Desktop.Gtk;

/// <summary>Something that opens over a widget, and lives as long as that.</summary>
internal sealed unsafe class Popover : Widget
{
    public void Attach(Widget over)
    {
        Native.gtk_widget_set_parent(Handle, over.Handle);
        _ = Native.g_object_ref(Handle);
        // Not every widget lets go of what was attached to it by itself when it ends.
        over.On("destroy", () =>
        {
            if (Native.gtk_widget_get_parent(Handle) != 0) Native.gtk_widget_unparent(Handle);
            Release();
        });
    }

    public void PointTo(Rectangle place) => Native.gtk_popover_set_pointing_to(Handle, &place);

    /// <summary>Opens it once, and tells when it has closed and belongs to nothing any more.</summary>
    /// <param name="holder">Something around the widget, which outlives it.</param>
    /// <param name="at">The widget that it points to.</param>
    /// <param name="closed">Told then.</param>
    public void OpenAt(Widget holder, Widget at, Action closed)
    {
        Native.gtk_widget_set_parent(Handle, holder.Handle);
        PointTo(at.PlaceIn(holder));
        On("closed", () => MainLoop.Later(() =>
        {
            Native.gtk_widget_unparent(Handle);
            closed();
        }));
        Show();
    }

    public void Show() => Native.gtk_popover_popup(Handle);

    public void Hide() => Native.gtk_popover_popdown(Handle);
}
