using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// Lists one chooses from, what opens over the window, and short messages at its foot.
internal static unsafe partial class Native
{
    /// <summary>In logical pixels.</summary>
    public readonly record struct GdkRectangle(int X, int Y, int Width, int Height);

    [LibraryImport(Adwaita, StringMarshalling = StringMarshalling.Utf8)] public static partial nint adw_toast_new(string title);
    [LibraryImport(Adwaita)] public static partial void adw_toast_overlay_add_toast(nint overlay, nint toast);

    [LibraryImport(Gtk4)] public static partial void gtk_popover_popup(nint popover);
    [LibraryImport(Gtk4)] public static partial void gtk_popover_popdown(nint popover);
    [LibraryImport(Gtk4)] public static partial void gtk_popover_set_pointing_to(nint popover, in GdkRectangle place);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_get_width(nint widget);
    [LibraryImport(Gtk4)] public static partial void gtk_widget_set_parent(nint widget, nint parent);
    [LibraryImport(Gtk4)] public static partial void gtk_widget_unparent(nint widget);

    [LibraryImport(GObject)] public static partial int g_value_get_enum(in Value value);
    [LibraryImport(Gtk4)] public static partial void gtk_list_box_select_row(nint list, nint row);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_translate_coordinates(
        nint from, nint to, double x, double y, out double thereX, out double thereY);
    [LibraryImport(Gtk4)] public static partial void gtk_accessible_update_state_value(
        nint accessible, int count, int* states, Value* values);
}
