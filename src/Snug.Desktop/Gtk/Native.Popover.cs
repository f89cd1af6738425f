using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

internal static unsafe partial class Native
{
    [LibraryImport(Gtk4)] public static partial void gtk_widget_set_parent(nint widget, nint parent);
    [LibraryImport(Gtk4)] public static partial void gtk_widget_unparent(nint widget);
    [LibraryImport(Gtk4)] public static partial void gtk_popover_popup(nint popover);
    [LibraryImport(Gtk4)] public static partial void gtk_popover_popdown(nint popover);
    [LibraryImport(Gtk4)] public static partial void gtk_popover_set_pointing_to(nint popover, Rectangle* place);
    [LibraryImport(Gtk4)] public static partial void gtk_list_box_select_row(nint list, nint row);
    [LibraryImport(Gtk4)] public static partial int gtk_list_box_row_get_index(nint row);
}
