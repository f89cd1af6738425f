using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// Short messages at the window's foot, and what lists tell of their rows.
internal static unsafe partial class Native
{
    [LibraryImport(Adwaita, StringMarshalling = StringMarshalling.Utf8)] public static partial nint adw_toast_new(string title);
    [LibraryImport(Adwaita)] public static partial void adw_toast_overlay_add_toast(nint overlay, nint toast);

    [LibraryImport(GObject)] public static partial int g_value_get_enum(in Value value);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_translate_coordinates(
        nint from, nint to, double x, double y, out double thereX, out double thereY);
    [LibraryImport(Gtk4)] public static partial void gtk_accessible_update_state_value(
        nint accessible, int count, int* states, Value* values);
}
