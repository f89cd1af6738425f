using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// What the entries of a menu do, and what keeps a thing that is not borrowed.
internal static unsafe partial class Native
{
    [LibraryImport(GObject)] public static partial nint g_object_ref(nint obj);
    [LibraryImport(Gio)] public static partial nint g_simple_action_group_new();
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_widget_insert_action_group(nint widget, string name, nint group);
}
