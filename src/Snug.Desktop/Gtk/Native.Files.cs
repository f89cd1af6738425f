using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// The widgets that files are shown with, and the dialogs that ask for one.
internal static unsafe partial class Native
{

    [LibraryImport(Gtk4)] public static partial nint gtk_box_new(int orientation, int spacing);
    [LibraryImport(Gtk4)] public static partial void gtk_box_append(nint box, nint child);
    [LibraryImport(Gtk4)] public static partial void gtk_box_remove(nint box, nint child);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_get_scale_factor(nint widget);
    [LibraryImport(Gtk4)] public static partial int gtk_widget_grab_focus(nint widget);
    [LibraryImport(Gtk4)] public static partial nint gtk_widget_get_root(nint widget);
    [LibraryImport(Gtk4)] public static partial void gtk_picture_set_paintable(nint picture, nint paintable);
    [LibraryImport(Gtk4)] public static partial void gtk_range_set_range(nint range, double from, double to);
    [LibraryImport(Gtk4)] public static partial void gtk_range_set_value(nint range, double value);
    [LibraryImport(Gtk4)] public static partial void gtk_range_set_increments(nint range, double step, double page);
    [LibraryImport(Gtk4)] public static partial void gtk_window_set_transient_for(nint window, nint parent);

    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gtk_file_chooser_native_new(string title, nint parent, int action, string accept, string? cancel);
    [LibraryImport(Gtk4, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gtk_file_chooser_set_current_name(nint chooser, string name);
    [LibraryImport(Gtk4)] public static partial void gtk_file_chooser_set_select_multiple(nint chooser, int many);
    [LibraryImport(Gtk4)] public static partial nint gtk_file_chooser_get_files(nint chooser);
    [LibraryImport(Gtk4)] public static partial void gtk_native_dialog_show(nint dialog);
    [LibraryImport(Gtk4)] public static partial void gtk_native_dialog_destroy(nint dialog);
    [LibraryImport(Gtk4)] public static partial void gtk_native_dialog_set_modal(nint dialog, int modal);

    [LibraryImport(Gio)] public static partial uint g_list_model_get_n_items(nint model);
    [LibraryImport(Gio)] public static partial nint g_list_model_get_item(nint model, uint position);
    [LibraryImport(Gio)] public static partial nint g_file_get_path(nint file);
    [LibraryImport(GObject)] public static partial void g_value_set_object(ref Value value, nint obj);
}
