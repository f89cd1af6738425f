namespace Snug.Desktop.Gtk;

internal sealed class Window : Widget
{
    /// <summary>Whether it has the keyboard's attention.</summary>
    public bool IsActive => GetBoolean("is-active");

    public void Present() => Native.gtk_window_present(Handle);

    /// <summary>Asks for the window to be closed, as its close button does.</summary>
    public void Close() => Native.gtk_window_close(Handle);

    /// <summary>Keeps it in front of the other window, which gets no input while this one is modal.</summary>
    public void StandOver(Window other) => Native.gtk_window_set_transient_for(Handle, other.Handle);

    public void Destroy() => Native.gtk_window_destroy(Handle);
}
