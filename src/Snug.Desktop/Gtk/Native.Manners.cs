using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// What a good citizen of a desktop needs: notifications, and windows that know their place.
internal static unsafe partial class Native
{

    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)] public static partial nint g_application_new(string id, uint flags);
    [LibraryImport(Gio)] public static partial int g_application_register(nint app, nint cancel, out nint error);
    [LibraryImport(Gio)] public static partial nint g_application_get_dbus_connection(nint app);
    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_application_send_notification(nint app, string id, nint notification);
    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_application_withdraw_notification(nint app, string id);

    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint g_bus_own_name_on_connection(
        nint connection, string name, uint flags, nint acquired, nint lost, nint data, nint destroy);
    [LibraryImport(Gio)] public static partial void g_bus_unown_name(uint owner);
    [LibraryImport(Gio)] public static partial int g_dbus_connection_flush_sync(nint connection, nint cancel, out nint error);

    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)] public static partial nint g_notification_new(string title);
    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_notification_set_body(nint notification, string body);
    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_notification_set_category(nint notification, string category);
    [LibraryImport(Gio)] public static partial void g_notification_set_icon(nint notification, nint icon);
    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_notification_set_default_action_and_target_value(nint notification, string action, nint target);
    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)] public static partial nint g_themed_icon_new(string name);

    [LibraryImport(Gio, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint g_simple_action_new(string name, nint parameterType);
    [LibraryImport(Gio)] public static partial void g_action_map_add_action(nint map, nint action);
    [LibraryImport(GLib, StringMarshalling = StringMarshalling.Utf8)] public static partial nint g_variant_type_new(string type);
    [LibraryImport(GLib)] public static partial void g_variant_type_free(nint type);
    [LibraryImport(GLib, StringMarshalling = StringMarshalling.Utf8)] public static partial nint g_variant_new_string(string text);
    [LibraryImport(GLib)] public static partial nint g_variant_get_string(nint variant, nint length);
    [LibraryImport(GObject)] public static partial nint g_value_get_variant(in Value value);

    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)] public static partial void gtk_window_set_default_icon_name(string name);
}
