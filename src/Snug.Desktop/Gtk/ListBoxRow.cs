namespace Snug.Desktop.Gtk;

internal sealed class ListBoxRow : Widget
{
    public int Index => Native.gtk_list_box_row_get_index(Handle);
}
