using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

// GdkPixbuf, and the textures that are made of it. What returns an object gives it to the caller unless said otherwise.
internal static unsafe partial class Native
{
    private const string GdkPixbuf = "libgdk_pixbuf-2.0.so.0";

    [LibraryImport(GdkPixbuf, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gdk_pixbuf_get_file_info(string path, out int width, out int height);
    [LibraryImport(GdkPixbuf, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint gdk_pixbuf_new_from_file_at_scale(string path, int width, int height, int keepShape, out nint error);
    [LibraryImport(GdkPixbuf)] public static partial nint gdk_pixbuf_new(int colorspace, int hasAlpha, int bits, int width, int height);
    [LibraryImport(GdkPixbuf)] public static partial nint gdk_pixbuf_apply_embedded_orientation(nint pixbuf);
    [LibraryImport(GdkPixbuf)] public static partial nint gdk_pixbuf_scale_simple(nint pixbuf, int width, int height, int interpolation);
    [LibraryImport(GdkPixbuf)] public static partial int gdk_pixbuf_get_width(nint pixbuf);
    [LibraryImport(GdkPixbuf)] public static partial int gdk_pixbuf_get_height(nint pixbuf);
    [LibraryImport(GdkPixbuf)] public static partial int gdk_pixbuf_get_rowstride(nint pixbuf);
    [LibraryImport(GdkPixbuf)] public static partial int gdk_pixbuf_get_n_channels(nint pixbuf);
    [LibraryImport(GdkPixbuf)] public static partial byte* gdk_pixbuf_get_pixels(nint pixbuf);
    [LibraryImport(GdkPixbuf)] public static partial int gdk_pixbuf_save_to_bufferv(
        nint pixbuf, out nint buffer, out nuint size, byte* type, byte** keys, byte** values, out nint error);

    [LibraryImport(Libraries.Gtk4)] public static partial nint gdk_texture_new_for_pixbuf(nint pixbuf);
    [LibraryImport(Libraries.Gtk4)] public static partial int gdk_texture_get_width(nint texture);
    [LibraryImport(Libraries.Gtk4)] public static partial int gdk_texture_get_height(nint texture);
    [LibraryImport(Libraries.Gtk4)] public static partial nint gdk_texture_save_to_png_bytes(nint texture);
    [LibraryImport(Libraries.Gtk4)] public static partial nint gdk_paintable_new_empty(int width, int height);
    [LibraryImport(Libraries.Gtk4)] public static partial void gdk_clipboard_read_texture_async(
        nint clipboard, nint cancellable, delegate* unmanaged[Cdecl]<nint, nint, nint, void> ready, nint data);
    [LibraryImport(Libraries.Gtk4)] public static partial nint gdk_clipboard_read_texture_finish(nint clipboard, nint result, out nint error);

    [LibraryImport(Libraries.GLib)] public static partial nint g_bytes_get_data(nint bytes, out nuint size);
    [LibraryImport(Libraries.GLib)] public static partial void g_bytes_unref(nint bytes);
    [LibraryImport(Libraries.GLib)] public static partial void g_free(nint memory);
}
