using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// A text of several lines. A place in it (GtkTextIter) is 80 bytes that only GTK reads.
internal static unsafe partial class Native
{
    [LibraryImport(Gtk4)] public static partial void gtk_text_buffer_get_iter_at_offset(nint buffer, byte* iter, int offset);
    [LibraryImport(Gtk4)] public static partial void gtk_text_buffer_delete(nint buffer, byte* start, byte* end);
    [LibraryImport(Gtk4)] public static partial void gtk_text_buffer_place_cursor(nint buffer, byte* where);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_text_buffer_insert_at_cursor(nint buffer, string text, int bytes);
    [LibraryImport(Gtk4)] public static partial void gtk_text_view_get_cursor_locations(nint view, byte* iter, Rectangle* strong, nint weak);
    [LibraryImport(Gtk4)] public static partial void gtk_text_view_buffer_to_window_coords(nint view, int window, int x, int y, int* windowX, int* windowY);
}
