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

    public void Show() => Native.gtk_popover_popup(Handle);

    public void Hide() => Native.gtk_popover_popdown(Handle);
}
