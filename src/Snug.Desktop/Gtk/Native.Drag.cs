using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// What is moved with the pointer.
internal static unsafe partial class Native
{
    [LibraryImport(Gtk4)] public static partial nint gtk_gesture_drag_new();
    [LibraryImport(Gtk4)] public static partial int gtk_gesture_set_state(nint gesture, int state);
    [LibraryImport(Gtk4)] public static partial nint gtk_event_controller_motion_new();
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_widget_set_cursor_from_name(nint widget, string? name);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_get_direction(nint widget);
}
