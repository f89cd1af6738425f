using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

// GStreamer. It is loaded by the first call, and the window does without it.
internal static unsafe partial class Native
{
    public const string GStreamer = "libgstreamer-1.0.so.0";

    [LibraryImport(GStreamer)] public static partial int gst_init_check(nint count, nint words, out nint error);
    [LibraryImport(GStreamer, StringMarshalling = StringMarshalling.Utf8)] public static partial nint gst_element_factory_find(string name);
    [LibraryImport(GStreamer, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gst_parse_launch(string description, out nint error);
    [LibraryImport(GStreamer, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gst_parse_bin_from_description(string description, int exposesEnds, out nint error);
    [LibraryImport(GStreamer, StringMarshalling = StringMarshalling.Utf8)] public static partial nint gst_bin_get_by_name(nint bin, string name);
    [LibraryImport(GStreamer)] public static partial nint gst_object_ref_sink(nint obj);
    [LibraryImport(GStreamer)] public static partial void gst_object_unref(nint obj);
    [LibraryImport(GStreamer, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void gst_util_set_object_arg(nint obj, string name, string value);
    [LibraryImport(GStreamer)] public static partial int gst_element_set_state(nint element, int state);
    [LibraryImport(GStreamer)] public static partial int gst_element_query_position(nint element, int format, out long nanoseconds);
    [LibraryImport(GStreamer)] public static partial int gst_element_query_duration(nint element, int format, out long nanoseconds);
    [LibraryImport(GStreamer)] public static partial int gst_element_seek_simple(nint element, int format, int flags, long nanoseconds);
    [LibraryImport(GStreamer)] public static partial int gst_element_send_event(nint element, nint sent);
    [LibraryImport(GStreamer)] public static partial nint gst_event_new_eos();

    [LibraryImport(GStreamer)] public static partial nint gst_element_get_bus(nint element);
    [LibraryImport(GStreamer)] public static partial uint gst_bus_add_watch_full(
        nint bus, int priority, delegate* unmanaged[Cdecl]<nint, nint, nint, int> heard, nint data, delegate* unmanaged[Cdecl]<nint, void> free);
    [LibraryImport(GStreamer)] public static partial int gst_bus_remove_watch(nint bus);
    [LibraryImport(GStreamer)] public static partial void gst_message_parse_error(nint message, out nint error, out nint detail);
    [LibraryImport(GStreamer)] public static partial void gst_message_parse_warning(nint message, out nint error, out nint detail);
    [LibraryImport(GStreamer)] public static partial nint gst_message_get_structure(nint message);
    [LibraryImport(GStreamer, StringMarshalling = StringMarshalling.Utf8)]
    public static partial Value* gst_structure_get_value(nint structure, string field);

    [LibraryImport(Libraries.GObject)] public static partial Value* g_value_array_get_nth(nint array, uint index);
}
