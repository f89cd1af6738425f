namespace Snug.Desktop.Gtk;

internal sealed class Box : Widget
{
    public void Append(Widget child) => Native.gtk_box_append(Handle, child.Handle);

    public void Remove(Widget child) => Native.gtk_box_remove(Handle, child.Handle);

    /// <summary>Takes all out of it.</summary>
    public void Clear()
    {
        while (Native.gtk_widget_get_first_child(Handle) is not 0 and var child) Native.gtk_box_remove(Handle, child);
    }
}
