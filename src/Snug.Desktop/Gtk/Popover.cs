namespace Snug.Desktop.Gtk;

/// <summary>Something that opens over a widget, and lives as long as that.</summary>
internal sealed unsafe class Popover : Widget
{
    public void Attach(Widget over)
    {
        Native.gtk_widget_set_parent(Handle, over.Handle);
        // Some widgets let go of what was attached to them by themselves when they end, others do not.
        var isThere = true;
        On("destroy", () => isThere = false);
        over.On("destroy", () =>
        {
            if (isThere) Native.gtk_widget_unparent(Handle);
        });
    }

    public void PointTo(Rectangle place) => Native.gtk_popover_set_pointing_to(Handle, &place);

    public void Show() => Native.gtk_popover_popup(Handle);

    public void Hide() => Native.gtk_popover_popdown(Handle);
}
