namespace Snug.Desktop.Gtk;

internal sealed class ListBox : Widget
{
    private const int AtTheEnd = -1;

    public void Add(Widget row) => Insert(row, AtTheEnd);

    public void Insert(Widget row, int position) => Native.gtk_list_box_insert(Handle, row.Handle, position);

    public void Remove(Widget row) => Native.gtk_list_box_remove(Handle, row.Handle);

    public void Select(int index) => Native.gtk_list_box_select_row(Handle, Native.gtk_list_box_get_row_at_index(Handle, index));

    public void Clear()
    {
        while (RowAt(0) is { } row) Remove(row);
    }

    public Widget? RowAt(int index) => Native.gtk_list_box_get_row_at_index(Handle, index) is not 0 and var row
        ? new Widget { Handle = row }
        : null;
}
