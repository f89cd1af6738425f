namespace Snug.Desktop.Gtk;

internal sealed class Popover : Widget
{
    /// <summary>Opens it at a widget, and tells when it has closed.</summary>
    /// <param name="holder">Something around the widget, which outlives it.</param>
    /// <param name="at">The widget.</param>
    /// <param name="closed">Told when it belongs to the holder no more.</param>
    public void OpenAt(Widget holder, Widget at, Action closed)
    {
        Native.gtk_widget_set_parent(Handle, holder.Handle);
        var place = new Native.GdkRectangle(0, (int)at.TopIn(holder), at.Width, at.Height);
        Native.gtk_popover_set_pointing_to(Handle, in place);
        On("closed", () => MainLoop.Later(() =>
        {
            Native.gtk_widget_unparent(Handle);
            closed();
        }));
        Native.gtk_popover_popup(Handle);
    }

    public void Close() => Native.gtk_popover_popdown(Handle);
}
