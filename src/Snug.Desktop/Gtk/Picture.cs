namespace Snug.Desktop.Gtk;

/// <summary>A widget that shows a picture.</summary>
internal sealed class Picture : Widget
{
    public void Show(Texture texture) => Native.gtk_picture_set_paintable(Handle, texture.Handle);

    /// <summary>Shows nothing, of a size in pixels: the place is kept until a picture comes.</summary>
    public void Reserve(int width, int height)
    {
        var empty = Native.gdk_paintable_new_empty(width, height);
        Native.gtk_picture_set_paintable(Handle, empty);
        Native.g_object_unref(empty);
    }

    public void Clear() => Native.gtk_picture_set_paintable(Handle, 0);
}
