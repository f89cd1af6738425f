using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// Lists whose rows are made for what is in view only, and used again for other things as one scrolls.
internal static unsafe partial class Native
{
    [LibraryImport(Gtk4)] public static partial nint gtk_string_list_new(nint strings);
    [LibraryImport(Gtk4)] public static partial void gtk_string_list_splice(nint list, uint position, uint removals, byte** additions);
    [LibraryImport(Gtk4)] public static partial nint gtk_string_object_get_string(nint text);
    [LibraryImport(Gtk4)] public static partial nint gtk_no_selection_new(nint model);
    [LibraryImport(Gtk4)] public static partial nint gtk_signal_list_item_factory_new();
    [LibraryImport(Gtk4)] public static partial void gtk_list_view_set_model(nint list, nint model);
    [LibraryImport(Gtk4)] public static partial void gtk_list_view_set_factory(nint list, nint factory);
    [LibraryImport(Gtk4)] public static partial nint gtk_list_item_get_item(nint item);
    [LibraryImport(Gtk4)] public static partial uint gtk_list_item_get_position(nint item);
    [LibraryImport(Gtk4)] public static partial void gtk_list_item_set_child(nint item, nint child);
    [LibraryImport(Gtk4)] public static partial void gtk_list_item_set_activatable(nint item, int activatable);
    [LibraryImport(Gtk4)] public static partial nint gtk_widget_get_parent(nint widget);
    [LibraryImport(Gtk4)] public static partial nint gtk_widget_get_first_child(nint widget);
    [LibraryImport(GLib)] public static partial nint g_variant_new_uint32(uint value);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int gtk_widget_activate_action_variant(nint widget, string name, nint args);
    [LibraryImport(Gtk4)] public static partial nint gtk_window_get_focus(nint window);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_is_ancestor(nint widget, nint ancestor);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_compute_bounds(nint widget, nint target, float* bounds);
    [LibraryImport(Gtk4)] public static partial uint gtk_widget_add_tick_callback(
        nint widget, delegate* unmanaged[Cdecl]<nint, nint, nint, int> tick, nint data, delegate* unmanaged[Cdecl]<nint, void> end);
}
