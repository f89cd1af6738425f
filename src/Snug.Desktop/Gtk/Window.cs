namespace Snug.Desktop.Gtk;

internal sealed class Window : Widget
{
    public void Present() => Native.gtk_window_present(Handle);

    /// <summary>Asks for the window to be closed, as its close button does.</summary>
    public void Close() => Native.gtk_window_close(Handle);

    public void Destroy() => Native.gtk_window_destroy(Handle);
}
