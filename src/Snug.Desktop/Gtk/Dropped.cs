using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>Files that are dropped on a widget.</summary>
internal static class Dropped
{
    private const int Copy = 1;

    /// <param name="on">Where they may be dropped.</param>
    /// <param name="handler">Hears their paths; what has none (a place on the network that is not mounted) is left out.</param>
    public static void OnFilesDropped(this Widget on, Action<IReadOnlyList<string>> handler)
    {
        var target = new Obj { Handle = Native.gtk_drop_target_new(Native.gdk_file_list_get_type(), Copy) };
        // Before what is within: an entry would take the same files as text, and write their addresses.
        Native.gtk_event_controller_set_propagation_phase(target.Handle, Widget.CapturePhase);
        target.On("drop", emission =>
        {
            // The second argument is a value of its own, within the value of the signal.
            handler(PathsIn(Native.g_value_get_boxed(emission.Arguments[1])));
            return true;
        });
        Native.gtk_widget_add_controller(on.Handle, target.Handle);
    }

    private static unsafe List<string> PathsIn(nint value)
    {
        var files = Native.gdk_file_list_get_files(Native.g_value_get_boxed(*(Value*)value));
        var paths = new List<string>();
        // GSList: the data, then the next one.
        for (var node = files; node != 0; node = Marshal.ReadIntPtr(node, nint.Size))
        {
            var path = Native.g_file_get_path(Marshal.ReadIntPtr(node));
            if (Marshal.PtrToStringUTF8(path) is { } text) paths.Add(text);
            Native.g_free(path);
        }
        Native.g_slist_free(files);
        return paths;
    }
}
