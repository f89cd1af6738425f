namespace Snug.Desktop.Gtk;

/// <summary>Where a text of several lines is written. Places in it count code points.</summary>
internal sealed unsafe class TextView : Widget
{
    private const int IterBytes = 80;

    private Obj Buffer => GetObject<Obj>("buffer");

    public string Text
    {
        get => Buffer.GetText("text");
        set => Buffer.Set("text", value);
    }

    /// <summary>How many code points stand before the cursor.</summary>
    public int Cursor
    {
        get => Buffer.GetInt("cursor-position");
        set
        {
            var iter = stackalloc byte[IterBytes];
            Native.gtk_text_buffer_get_iter_at_offset(Buffer.Handle, iter, value);
            Native.gtk_text_buffer_place_cursor(Buffer.Handle, iter);
        }
    }

    public void OnChanged(Action handler) => Buffer.On("changed", handler);

    public void Insert(string text) => Native.gtk_text_buffer_insert_at_cursor(Buffer.Handle, text, -1);

    public void Delete(int from, int to)
    {
        byte* start = stackalloc byte[IterBytes], end = stackalloc byte[IterBytes];
        Native.gtk_text_buffer_get_iter_at_offset(Buffer.Handle, start, from);
        Native.gtk_text_buffer_get_iter_at_offset(Buffer.Handle, end, to);
        Native.gtk_text_buffer_delete(Buffer.Handle, start, end);
    }

    /// <summary>Where the cursor is, within the widget.</summary>
    public Rectangle CursorPlace
    {
        get
        {
            const int Widget = 1;
            Rectangle place;
            Native.gtk_text_view_get_cursor_locations(Handle, null, &place, 0);
            int x, y;
            Native.gtk_text_view_buffer_to_window_coords(Handle, Widget, place.X, place.Y, &x, &y);
            return place with { X = x, Y = y };
        }
    }
}
