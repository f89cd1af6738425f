using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// What a message's text is drawn with.
internal static unsafe partial class Native
{
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)] public static partial nint gtk_label_new(string text);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)] public static partial void gtk_label_set_markup(nint label, string markup);
    [LibraryImport(Gtk4)] public static partial nint gtk_grid_new();
    [LibraryImport(Gtk4)] public static partial void gtk_grid_attach(nint grid, nint child, int column, int row, int width, int height);
    [LibraryImport(Gtk4)] public static partial nint gtk_overlay_new();
    [LibraryImport(Gtk4)] public static partial void gtk_overlay_set_child(nint overlay, nint child);
    [LibraryImport(Gtk4)] public static partial void gtk_overlay_add_overlay(nint overlay, nint child);
    [LibraryImport(Gtk4)] public static partial nint gtk_scrolled_window_new();
    [LibraryImport(Gtk4)] public static partial void gtk_scrolled_window_set_child(nint scrolled, nint child);
    [LibraryImport(Gtk4)] public static partial void gtk_scrolled_window_set_policy(nint scrolled, int sideways, int upright);
    [LibraryImport(Gtk4)] public static partial nint gtk_separator_new(int orientation);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)] public static partial nint gtk_button_new_from_icon_name(string icon);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_widget_set_tooltip_text(nint widget, string text);
    [LibraryImport(Gtk4)] public static partial void gtk_widget_set_direction(nint widget, int direction);
}
