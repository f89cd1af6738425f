using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// GLib's booleans are C ints. A string passed in is copied by the callee; none is returned but through a Value.
internal static unsafe partial class Native
{
    [LibraryImport(GLib)] public static partial int g_main_context_iteration(nint context, int mayBlock);
    [LibraryImport(GLib)] public static partial uint g_idle_add_full(
        int priority, delegate* unmanaged[Cdecl]<nint, int> run, nint data, nint destroy);
    [LibraryImport(GLib)] public static partial void g_log_set_writer_func(
        delegate* unmanaged[Cdecl]<int, nint, nuint, nint, int> write, nint data, nint destroy);
    [LibraryImport(GLib, StringMarshalling = StringMarshalling.Utf8)] public static partial void g_set_prgname(string name);
    [LibraryImport(GLib, StringMarshalling = StringMarshalling.Utf8)] public static partial void g_set_application_name(string name);
    [LibraryImport(GLib)] public static partial void g_error_free(nint error);
    [LibraryImport(GLib, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint g_compute_checksum_for_string(int type, string text, nint length);

    [LibraryImport(GObject)] public static partial void g_object_unref(nint obj);
    [LibraryImport(GObject, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_set_property(nint obj, string name, in Value value);
    [LibraryImport(GObject, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_get_property(nint obj, string name, ref Value value);

    [LibraryImport(GObject)] public static partial nint g_value_init(ref Value value, nuint type);
    [LibraryImport(GObject)] public static partial void g_value_unset(ref Value value);
    [LibraryImport(GObject)] public static partial int g_value_get_boolean(in Value value);
    [LibraryImport(GObject)] public static partial int g_value_get_int(in Value value);
    [LibraryImport(GObject)] public static partial uint g_value_get_uint(in Value value);
    [LibraryImport(GObject)] public static partial uint g_value_get_flags(in Value value);
    [LibraryImport(GObject)] public static partial double g_value_get_double(in Value value);
    [LibraryImport(GObject)] public static partial nint g_value_get_string(in Value value);
    [LibraryImport(GObject)] public static partial nint g_value_get_object(in Value value);
    [LibraryImport(GObject)] public static partial void g_value_set_boolean(ref Value value, int b);
    [LibraryImport(GObject)] public static partial void g_value_set_int(ref Value value, int i);
    [LibraryImport(GObject)] public static partial void g_value_set_double(ref Value value, double d);
    [LibraryImport(GObject, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_value_set_string(ref Value value, string text);

    [LibraryImport(GObject)] public static partial nint g_closure_new_simple(uint size, nint data);
    [LibraryImport(GObject)] public static partial void g_closure_set_meta_marshal(
        nint closure, nint data, delegate* unmanaged[Cdecl]<nint, Value*, uint, Value*, nint, nint, void> marshal);
    [LibraryImport(GObject)] public static partial void g_closure_add_finalize_notifier(
        nint closure, nint data, delegate* unmanaged[Cdecl]<nint, nint, void> notify);
    [LibraryImport(GObject, StringMarshalling = StringMarshalling.Utf8)]
    public static partial CULong g_signal_connect_closure(nint obj, string signal, nint closure, int after);

    [LibraryImport(Gtk4)] public static partial int gtk_init_check();
    [LibraryImport(Adwaita)] public static partial void adw_init();

    [LibraryImport(Gtk4)] public static partial nint gtk_builder_new();
    [LibraryImport(Gtk4)] public static partial int gtk_builder_add_from_string(nint builder, byte* xml, nint length, out nint error);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gtk_builder_get_object(nint builder, string id);

    [LibraryImport(Gtk4)] public static partial nint gtk_css_provider_new();
    [LibraryImport(Gtk4)] public static partial void gtk_css_provider_load_from_data(nint provider, byte* css, nint length);
    [LibraryImport(Gtk4)] public static partial void gtk_style_context_add_provider_for_display(nint display, nint provider, uint priority);
    [LibraryImport(Gtk4)] public static partial nint gdk_display_get_default();
    [LibraryImport(Gtk4)] public static partial nint gdk_display_get_clipboard(nint display);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gdk_clipboard_set_text(nint clipboard, string text);

    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_widget_add_css_class(nint widget, string name);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_widget_remove_css_class(nint widget, string name);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_get_height(nint widget);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_get_width(nint widget);
    [LibraryImport(Gtk4)] public static partial void gtk_widget_error_bell(nint widget);
    [LibraryImport(Gtk4)] public static partial void gtk_widget_add_controller(nint widget, nint controller);
    [LibraryImport(Gtk4)] public static partial void gtk_accessible_update_property_value(
        nint accessible, int count, int* properties, Value* values);

    [LibraryImport(Gtk4)] public static partial nint gtk_event_controller_key_new();
    [LibraryImport(Gtk4)] public static partial nint gtk_gesture_click_new();
    [LibraryImport(Gtk4)] public static partial void gtk_event_controller_set_propagation_phase(nint controller, int phase);

    [LibraryImport(Gtk4)] public static partial void gtk_list_box_insert(nint list, nint row, int position);
    [LibraryImport(Gtk4)] public static partial void gtk_list_box_remove(nint list, nint row);
    [LibraryImport(Gtk4)] public static partial nint gtk_list_box_get_row_at_index(nint list, int index);

    [LibraryImport(Gtk4)] public static partial void gtk_editable_set_position(nint editable, int position);
    [LibraryImport(Gtk4)] public static partial int gtk_entry_grab_focus_without_selecting(nint entry);

    [LibraryImport(Gtk4)] public static partial void gtk_window_present(nint window);
    [LibraryImport(Gtk4)] public static partial void gtk_window_close(nint window);
    [LibraryImport(Gtk4)] public static partial void gtk_window_destroy(nint window);
}
