using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// What rows put their seldom parts into place with.
internal static unsafe partial class Native
{
    [LibraryImport(Gtk4)] public static partial void gtk_box_insert_child_after(nint box, nint child, nint sibling);
    [LibraryImport(Gtk4)] public static partial nint gtk_widget_get_layout_manager(nint widget);
    [LibraryImport(Gtk4)] public static partial nint gtk_layout_manager_get_layout_child(nint manager, nint child);
}
