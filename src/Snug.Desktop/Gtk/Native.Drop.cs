using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// What other programs hand over, by the clipboard or by dropping it.
internal static unsafe partial class Native
{
    [LibraryImport(Gtk4)] public static partial nint gdk_clipboard_get_formats(nint clipboard);
    [LibraryImport(Gtk4)] public static partial int gdk_content_formats_contain_gtype(nint formats, nuint type);
    [LibraryImport(Gtk4)] public static partial nuint gdk_texture_get_type();
    [LibraryImport(Gtk4)] public static partial nuint gdk_file_list_get_type();
    [LibraryImport(Gtk4)] public static partial nint gdk_file_list_get_files(nint list);
    [LibraryImport(Gtk4)] public static partial nint gtk_drop_target_new(nuint type, int actions);
    [LibraryImport(GObject)] public static partial nint g_value_get_boxed(in Value value);
    [LibraryImport(GLib)] public static partial void g_slist_free(nint list);
}
